import { FeedError } from '../../catalog/feed/feed-error.ts';
import { assertNoLargeDrop } from '../../catalog/feed/hold-back.ts';
import { unaskedBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { toolsLeft } from '../catalog-db/merge-layers.ts';

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

/** Throws a FeedError if a downloaded version has other tools in the place of most of those before, unless the person accepted it. */
export async function assertNotReplaced(
  before: Layer,
  after: Layer,
  { acceptedDrop }: Pick<Known, 'acceptedDrop'>,
): Promise<void> {
  // Where the version before is damaged there is nothing to compare with.
  const left = await toolsLeft(before, after).catch(() => before.tools);
  const { version, manifest: sha256 = '' } = after;
  assertNoLargeDrop({ version, sha256, before: before.tools, left }, acceptedDrop);
}
