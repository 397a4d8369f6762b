import { sha256 } from './checked-file.ts';
import { FeedError } from './feed-error.ts';
import { keysAfter, type KeyStatement } from './key-chain.ts';
import { maxBytes, maxTools } from './limits.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { isSigned, type PublicKey } from './signature.ts';

/** A manifest whose bytes were signed with `key`, which may be a later key than the one that was trusted. */
export type Verified = { manifest: Manifest; sha256: string; key: PublicKey };

/** The id of a feed and the highest version of it that this device ever verified. */
export type Known = { feed: string; highestSeen: { version: number; sha256?: string } };

/**
 * Bytes and detached signature in, the manifest out; nothing is parsed before the signature is checked.
 * Where the trusted key did not sign, the feed's statements about keys are fetched and followed from that key.
 */
export async function verifiedManifest(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  trustedKey: PublicKey,
  feed: string,
  statements: () => Promise<readonly KeyStatement[]>,
): Promise<Verified> {
  const keys = (await isSigned(bytes, signature, trustedKey))
    ? [trustedKey]
    : (await keysAfter(trustedKey, feed, await statements())).reverse();
  for (const key of keys) {
    if (await isSigned(bytes, signature, key))
      return { manifest: readManifest(bytes), sha256: await sha256(bytes), key };
  }
  throw new FeedError(
    'bad-signature',
    'It is not signed with the key you confirmed, nor with a key that replaced it. Nothing in it was read. If its publisher says that the key was lost, remove the feed, add it again and compare the new fingerprint.',
  );
}

/**
 * Throws a FeedError unless a verified manifest may replace the one before: same feed, no rollback, not expired, not too
 * large. `sha256` is that of the manifest's bytes; `now` in milliseconds since 1970.
 */
export function assertAcceptable(
  manifest: Manifest,
  sha256: string,
  { feed, highestSeen: seen }: Known,
  now: number,
): void {
  const { version } = manifest;
  if (manifest.feed !== feed)
    throw new FeedError('wrong-feed', `This is the feed “${manifest.feed}”, not “${feed}”.`);
  if (version < seen.version)
    throw new FeedError(
      'rollback',
      `Version ${version} is older than version ${seen.version}, which this device has seen.`,
    );
  if (version === seen.version && seen.sha256 && sha256 !== seen.sha256)
    throw new FeedError(
      'version-conflict',
      `This version ${version} differs from the version ${version} that this device has seen.`,
    );
  const expired = expiredOn(manifest, now);
  if (expired)
    throw new FeedError('expired', `Version ${version} expired on ${expired} by this device’s clock.`);
  assertWithinLimits(manifest);
}

/** Throws a FeedError if a feed is larger than the extension can hold. */
export function assertWithinLimits({ tools, pack }: Pick<Manifest, 'tools' | 'pack'>): void {
  if (tools > maxTools)
    throw new FeedError(
      'too-large',
      `It has ${number(tools)} tools; this version of the extension holds at most ${number(maxTools)}.`,
    );
  if (pack.unpacked > maxBytes.unpacked)
    throw new FeedError(
      'too-large',
      `Its pack unpacks to ${number(pack.unpacked)} bytes, more than the ${number(maxBytes.unpacked)} allowed.`,
    );
}

/** The day on which a manifest expired (ISO 8601), if it did; `now` in milliseconds since 1970. */
export function expiredOn({ expires }: { expires?: string | undefined }, now: number): string | undefined {
  return expires && Date.parse(expires) <= now ? expires.slice(0, 10) : undefined;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
