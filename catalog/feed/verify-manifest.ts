import { sha256 } from './checked-file.ts';
import { FeedError } from './feed-error.ts';
import { followedKeys, type Keys, type KeyStatement } from './key-chain.ts';
import { maxBytes, maxTools } from './limits.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { isSigned } from './signature.ts';

/** The highest version of a feed that this device ever verified, and after how many restarts of its versions. */
export type Seen = { version: number; sha256?: string; restart?: number };

/** The id of a feed, and the highest version of it that was seen. */
export type Known = { feed: string; highestSeen: Seen };

/** What a device knows of a feed: its id, its keys and the highest version seen. */
export type Trusted = Keys & Pick<Known, 'feed'> & Partial<Known>;

/** A manifest whose bytes were signed with `trustedKey`, which may be a later key than the one that was trusted. */
export type Verified = { manifest: Manifest; sha256: string } & Keys;

/** Where the statements about a feed's keys come from, the time in milliseconds since 1970, and who keeps the keys that they lead to. */
export type KeySource = {
  statements: () => Promise<readonly KeyStatement[]>;
  now: number;
  onNewKey?: (keys: Keys) => Promise<unknown>;
};

/**
 * Bytes and detached signature in, the manifest out; nothing is parsed before the signature is checked. Unless it is the
 * version already seen, the feed's statements about keys are read first: a key that they replaced signs nothing any more.
 */
export async function verifiedManifest(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  trusted: Trusted,
  { statements, now, onNewKey }: KeySource,
): Promise<Verified> {
  const hash = await sha256(bytes);
  const { trustedKey, formerKeys } = trusted;
  const isSeen = hash === trusted.highestSeen?.sha256 && (await isSigned(bytes, signature, trustedKey));
  const keys = isSeen
    ? { trustedKey, ...(formerKeys && { formerKeys }) }
    : await followedKeys(trusted, await statements(), now);
  // Kept before the manifest is read, so that a refused one cannot hide that the key was replaced.
  if (keys.trustedKey !== trustedKey) await onNewKey?.(keys);
  if (!(await isSigned(bytes, signature, keys.trustedKey)))
    throw new FeedError(
      'bad-signature',
      'It is not signed with the key you confirmed, nor with a key that replaced it. Nothing in it was read. If its publisher says that the key was lost, remove the feed, add it again and compare the new fingerprint.',
    );
  return { manifest: readManifest(bytes), sha256: hash, ...keys };
}

/** What a device keeps of a verified version. */
export function seenIn({
  manifest: { version, restart },
  sha256,
}: Pick<Verified, 'manifest' | 'sha256'>): Seen {
  return { version, sha256, ...(restart && { restart: restart.number }) };
}

/** What a device keeps of the highest version when a new key is followed, which counts its restarts anew. */
export function seenUnderNewKey({ version, sha256 }: Seen): Seen {
  return { version, ...(sha256 !== undefined && { sha256 }) };
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
  assertNotOlder(manifest, sha256, seen);
  const expired = expiredOn(manifest, now);
  if (expired)
    throw new FeedError('expired', `Version ${version} expired on ${expired} by this device’s clock.`);
  assertWithinLimits(manifest);
}

// Versions are counted anew after each restart, so the number of restarts decides first.
function assertNotOlder({ version, restart }: Manifest, sha256: string, seen: Seen): void {
  const [restarts, seenRestarts] = [restart?.number ?? 0, seen.restart ?? 0];
  if (restart && version < restart.version)
    throw new FeedError(
      'inconsistent',
      `Version ${version} is below version ${restart.version}, at which the versions started again.`,
    );
  if (restarts > seenRestarts) return;
  if (restarts < seenRestarts)
    throw new FeedError(
      'rollback',
      `Version ${version} is from before the versions of this feed started again, which this device has seen.`,
    );
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
}

/** Throws a FeedError if a feed has no tools, or is larger than the extension can hold. */
export function assertWithinLimits({ tools, pack }: Pick<Manifest, 'tools' | 'pack'>): void {
  if (tools === 0) throw new FeedError('empty', 'It has no tools, so it would only empty the catalog.');
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
