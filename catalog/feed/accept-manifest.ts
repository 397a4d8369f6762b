import { maxBytes, maxTools } from './limits.ts';
import type { Manifest } from './manifest.ts';
import { FeedError } from './feed-error.ts';

/** What this device knows of a feed when a manifest arrives; `seen` is the highest version it ever verified. */
export type Known = { feed: string; seen: { version: number; sha256?: string } };

/**
 * Throws a Refusal unless a verified manifest may replace what is there: its feed, no rollback, not expired, not too large.
 * `sha256` is that of the manifest's bytes; `now` in milliseconds since 1970.
 */
export function assertAcceptable(
  manifest: Manifest,
  sha256: string,
  { feed, seen }: Known,
  now: number,
): void {
  const { version } = manifest;
  if (manifest.feed !== feed) throw new FeedError(`This is the feed “${manifest.feed}”, not “${feed}”.`);
  if (version < seen.version)
    throw new FeedError(
      `Version ${version} is older than version ${seen.version}, which this device has seen.`,
    );
  if (version === seen.version && seen.sha256 && sha256 !== seen.sha256)
    throw new FeedError(`This version ${version} is not the version ${version} that this device has seen.`);
  if (isExpired(manifest, now))
    throw new FeedError(
      `Version ${version} expired on ${manifest.expires.slice(0, 10)} by this device’s clock.`,
    );
  assertWithinLimits(manifest);
}

/** Throws a Refusal if a feed is larger than the extension can hold. */
export function assertWithinLimits({ tools, pack }: Pick<Manifest, 'tools' | 'pack'>): void {
  if (tools > maxTools)
    throw new FeedError(
      `It has ${number(tools)} tools; this version of the extension holds ${number(maxTools)} at most.`,
    );
  if (pack.unpacked > maxBytes.unpacked)
    throw new FeedError(`Its pack unpacks to ${number(pack.unpacked)} bytes, more than the extension takes.`);
}

/** The day on which a feed's manifest ran out, if it did; `now` in milliseconds since 1970. */
export function expiredOn({ expires }: { expires?: string | undefined }, now: number): string | undefined {
  return expires !== undefined && isExpired({ expires }, now) ? expires.slice(0, 10) : undefined;
}

/** Whether a manifest's last day is over; `now` in milliseconds since 1970. */
export function isExpired({ expires }: Pick<Manifest, 'expires'>, now: number): boolean {
  return Date.parse(expires) <= now;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
