import { sha256 } from './checked-file.ts';
import { keysAfter, type KeyStatement } from './key-chain.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { WrongSignature } from './feed-error.ts';
import { isSigned, type PublicKey } from './signature.ts';

/** A manifest whose bytes were signed by `key`, which may be a later one than the key that was known. */
export type Verified = { manifest: Manifest; sha256: string; key: PublicKey };

/**
 * Bytes and detached signature in, the manifest out, checked before anything is parsed.
 * Where the known key did not sign, the feed's own statements about keys are asked for and followed from it.
 */
export async function verifiedManifest(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  known: PublicKey,
  feed: string,
  statements: () => Promise<readonly KeyStatement[]>,
): Promise<Verified> {
  const [first, ...later] = (await isSigned(bytes, signature, known))
    ? [known]
    : (await keysAfter(known, feed, await statements())).toReversed();
  for (const key of [first!, ...later]) {
    if (await isSigned(bytes, signature, key))
      return { manifest: readManifest(bytes), sha256: await sha256(bytes), key };
  }
  throw new WrongSignature(
    'Its signature is not by the key you confirmed, nor by one which that key passed the feed on to. Nothing of it was read. If its publisher says that the key was lost, remove the feed and add it again, comparing the new fingerprint.',
  );
}
