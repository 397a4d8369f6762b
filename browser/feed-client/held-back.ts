import { FeedError } from '../../catalog/feed/feed-error.ts';
import { assertNoLargeDrop } from '../../catalog/feed/hold-back.ts';
import { unaskedBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';

type Found = { manifest: Pick<Manifest, 'version' | 'tools' | 'pack'>; sha256: string };
type Known = { tools?: number; bytes?: number; acceptedDrop?: string };

const maxGrowth = 1.5;

/**
 * Throws a FeedError if a newer version drops most of a feed's tools or takes much more room, unless the person accepted that
 * very manifest. `known` is how large the feed was, and what was accepted.
 */
export function assertNotHeldBack(
  { manifest: { version, tools: left, pack }, sha256 }: Found,
  { tools: before = 0, bytes = 0, acceptedDrop }: Known,
): void {
  assertNoLargeDrop({ version, sha256, before, left }, acceptedDrop);
  const isLarger = pack.unpacked > Math.max(unaskedBytes, bytes * maxGrowth);
  if (isLarger && acceptedDrop !== sha256)
    throw new FeedError(
      'held-back',
      `Version ${version} takes ${Math.ceil(pack.unpacked / 1_000_000)} MB on this device, so it waits until you accept it.`,
    );
}
