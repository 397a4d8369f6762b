import { sha256 } from './checked-file.ts';
import { FeedError } from './feed-error.ts';

/** A public key as a feed shows it: the 32 bytes of an Ed25519 key (RFC 8032) in base64, without the line's end. */
export type PublicKey = string;

/** The text of a file in, the public key in it out; throws a FeedError that names the file. */
export function readPublicKey(text: string, file: string): PublicKey {
  const key = text.trim();
  if (bytesOf(key)?.length !== 32)
    throw new FeedError('malformed', `${file} is not an Ed25519 public key (32 bytes in base64).`);
  return key;
}

/** Whether a signature, 64 bytes in base64, was made with this key over exactly these bytes. */
export async function isSigned(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  key: PublicKey,
): Promise<boolean> {
  const [raw, signed] = [bytesOf(key), bytesOf(signature.trim())];
  if (raw?.length !== 32 || signed?.length !== 64) return false;
  const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signed, bytes);
}

/** What two people compare to know that they have the same key: its SHA-256 in sixteen groups of four hex digits. */
export async function fingerprint(key: PublicKey): Promise<string> {
  const hex = await sha256(bytesOf(key) ?? new Uint8Array());
  return hex.match(/.{4}/g)!.join(' ');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  // `atob` accepts blanks, missing padding and stray last bits; a key or signature must have a single spelling.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4) return undefined;
  const letters = atob(base64);
  return btoa(letters) === base64 ? Uint8Array.from(letters, (each) => each.charCodeAt(0)) : undefined;
}
