import { sha256 } from './checked-file.ts';
import { isScalar, pointFault, spellingFault, type PointFault } from './edwards25519.ts';
import { FeedError } from './feed-error.ts';
import { maxFeeds } from './limits.ts';

/** A public key as a feed shows it: the 32 bytes of an Ed25519 key (RFC 8032) in base64, without the line's end. */
export type PublicKey = string;

const consequences: Record<PointFault, string> = {
  'not canonical': 'browsers could read it as another key',
  'of small order': 'anybody could sign in its name',
  'not a point of the curve': 'nobody can sign with it',
  'outside the group of prime order': 'browsers could differ about what it signed',
};

/** The text of a file in, the public key in it out; throws a FeedError that names the file and says why it is not a key. */
export function readPublicKey(text: string, file: string): PublicKey {
  const key = text.trim();
  const bytes = bytesOf(key, 32);
  if (!bytes) throw new FeedError('malformed', `${file} is not an Ed25519 public key (32 bytes in base64).`);
  const fault = keyFault(key, bytes);
  if (fault)
    throw new FeedError(
      'malformed',
      `${file} is not a safe Ed25519 public key: it is ${fault}, so ${consequences[fault]}.`,
    );
  return key;
}

/** Whether a value is 32 bytes in base64, as a key is; which bytes, only `readPublicKey` looks at. */
export function isSpelledKey(value: unknown): value is PublicKey {
  return typeof value === 'string' && bytesOf(value, 32) !== undefined;
}

/**
 * Whether a signature, 64 bytes in base64, was made with this key over exactly these bytes. What browsers differ about is
 * refused: key and R must be canonical and of prime order, S below the group's order. With those, the equations that
 * engines use, with and without the cofactor, mean the same (https://eprint.iacr.org/2020/1244).
 */
export async function isSigned(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  key: PublicKey,
): Promise<boolean> {
  const [raw, signed] = [bytesOf(key, 32), bytesOf(signature.trim(), 64)];
  if (!raw || !signed) return false;
  const r = signed.subarray(0, 32);
  if (spellingFault(r) || !isScalar(signed.subarray(32)) || keyFault(key, raw)) return false;
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  // Last, since it takes milliseconds, which only somebody with the key can make us spend.
  return (await crypto.subtle.verify('Ed25519', imported, signed, bytes)) && !pointFault(r);
}

/** What two people compare to know that they have the same key: its SHA-256 in sixteen groups of four hex digits. */
export async function fingerprint(key: PublicKey): Promise<string> {
  const hex = await sha256(bytesOf(key, 32) ?? new Uint8Array());
  return hex.match(/.{4}/g)!.join(' ');
}

// The same few keys are asked about again and again: two of each feed that is followed, and a few on the way.
const faults = new Map<PublicKey, PointFault | undefined>();
const maxFaults = 4 * maxFeeds;

function keyFault(key: PublicKey, raw: Uint8Array): PointFault | undefined {
  if (!faults.has(key)) {
    if (faults.size === maxFaults) faults.clear();
    faults.set(key, pointFault(raw));
  }
  return faults.get(key);
}

function bytesOf(base64: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  // `atob` accepts blanks, missing padding and stray last bits; a key or signature must have a single spelling.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length !== 4 * Math.ceil(length / 3)) return undefined;
  const letters = atob(base64);
  const isCanonical = letters.length === length && btoa(letters) === base64;
  return isCanonical ? Uint8Array.from(letters, (each) => each.charCodeAt(0)) : undefined;
}
