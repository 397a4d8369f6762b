import { isBadgeRecord, type BadgeRecord } from '../../catalog/badge-record.ts';
import { bucketOf } from '../../catalog/buckets.ts';

/** Which generation of the stored catalog is in force; written last, so that a switch is one write. */
export type CatalogHead = { generation: number; extension: string };

/** Badge records by page key. */
export type Badges = Record<string, unknown>;

/** A stored bucket: its `badges` from generation `since` on, and the `previous` ones for as long as that generation is not active. */
export type Bucket = { since: number; badges?: Badges; previous?: Badges };

export const headKey = 'catalog';

/** The storage key of the bucket in which a page's badge record lies. */
export function bucketKey(pageKey: string): string {
  return `badges:${bucketOf(pageKey)}`;
}

/** Everything one `get` must name to answer for these page ids: the head and their buckets. */
export function lookupKeys(pageIds: readonly string[]): string[] {
  return [headKey, ...pageIds.map(bucketKey)];
}

/** A page id of the catalog and its badge record. */
export type PageMatch = { page: string; record: BadgeRecord };

/** The first page id that has a badge record, and that record, from what that `get` gave. */
export function findMatch(
  stored: Record<string, unknown>,
  pageIds: readonly string[],
): PageMatch | undefined {
  const head = readHead(stored);
  if (!head) return undefined;
  for (const page of pageIds) {
    const badges = badgesIn(stored[bucketKey(page)], head.generation);
    const record = Object.hasOwn(badges, page) ? badges[page] : undefined;
    if (isBadgeRecord(record)) return { page, record };
  }
  return undefined;
}

/** What a stored bucket holds in a generation; whatever else is stored there holds nothing. */
export function badgesIn(stored: unknown, generation: number): Badges {
  const { since, badges, previous } = Object(stored) as Partial<Bucket>;
  return Object(typeof since === 'number' && since <= generation ? badges : previous) as Badges;
}

/** The head, if what is stored is one. */
export function readHead(stored: Record<string, unknown>): CatalogHead | undefined {
  const head = stored[headKey] as Partial<CatalogHead> | undefined;
  return Number.isSafeInteger(head?.generation) ? (head as CatalogHead) : undefined;
}
