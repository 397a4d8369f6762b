import { isBadgeRecord, type BadgeRecord } from '../catalog/badge-record.ts';
import { bucketOf } from '../catalog/buckets.ts';

export type Slot = 'a' | 'b';
/** Which of the two stored catalogs is in force; written last, so that a switch is one write. */
export type CatalogHead = { slot: Slot; version: string; date: string; extension: string };

export const headKey = 'catalog';

/** The storage key of the bucket in which a page's badge record lies. */
export function bucketKey(slot: Slot, pageKey: string): string {
  return `badges:${slot}:${bucketOf(pageKey)}`;
}

/** Everything one `get` must name to answer for these page ids: the head and, for either slot, their buckets. */
export function lookupKeys(pageIds: readonly string[]): string[] {
  return [headKey, ...pageIds.flatMap((page) => [bucketKey('a', page), bucketKey('b', page)])];
}

/** The badge record of the first page id that has one, from what that `get` gave. */
export function findBadge(
  stored: Record<string, unknown>,
  pageIds: readonly string[],
): BadgeRecord | undefined {
  const head = readHead(stored);
  if (!head) return undefined;
  for (const page of pageIds) {
    const bucket = Object(stored[bucketKey(head.slot, page)]) as Record<string, unknown>;
    const record = Object.hasOwn(bucket, page) ? bucket[page] : undefined;
    if (isBadgeRecord(record)) return record;
  }
  return undefined;
}

/** The head, if what is stored is one. */
export function readHead(stored: Record<string, unknown>): CatalogHead | undefined {
  const head = stored[headKey] as Partial<CatalogHead> | undefined;
  return head?.slot === 'a' || head?.slot === 'b' ? (head as CatalogHead) : undefined;
}
