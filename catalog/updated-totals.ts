import type { Derived } from './derived.ts';
import { ContradictionError } from './contradiction.ts';
import { maxLeftOut } from './feed/limits.ts';
import type { LayerEntries, UpdatedLayer } from './layer-entries.ts';
import { maxBadgeBytes, type LayerTotals } from './merge.ts';

/**
 * The totals of all layers after so many changes. Throws a ContradictionError where a tool is listed twice, or a total is more, or
 * other, than it may be.
 */
export function updatedTotals(
  layers: readonly UpdatedLayer[],
  before: readonly LayerTotals[],
  entries: LayerEntries,
  changes: number,
): LayerTotals[] {
  const totals = before.map((each) => ({ ...each }));
  const changed = entries.changed();
  if (changed.length !== changes || totals.length !== layers.length)
    throw new ContradictionError('A tool is listed twice.');
  for (const { layer, was, is, tools } of changed) {
    const total = totals[layer]!;
    total.tools += tools;
    total.letters += (is?.letters ?? 0) - (was?.letters ?? 0);
    total.bytes += bytesOf(is) - bytesOf(was);
  }
  const leftOut = Map.groupBy(entries.leftOut(), ({ feed }) => feed);
  for (const [at, { feed, expected, bytes }] of layers.entries()) {
    const total = totals[at]!;
    if (
      total.tools !== (expected ?? total.tools) ||
      total.bytes > maxBadgeBytes(total.letters, bytes) ||
      (leftOut.get(feed)?.length ?? 0) > maxLeftOut
    )
      throw new ContradictionError(`The layer of ${feed} is not as it may be.`);
  }
  return totals;
}

function bytesOf(entry: Derived | undefined): number {
  return entry?.pages.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
}
