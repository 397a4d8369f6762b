import { isBadgeRecord, type BadgeRecord } from '../../catalog/badge-record.ts';
import { bucketOf } from '../../catalog/buckets.ts';

/** Which generation of the stored catalog is active; written last, so that a switch is one write. */
export type CatalogHead = { generation: number; extension: string };

/** Badge records by page id. */
export type Badges = Record<string, unknown>;

/** A stored bucket: its `badges` from generation `since` on, and the `previous` ones as long as that generation is not active. */
export type Bucket = { since: number; badges?: Badges; previous?: Badges };

export const headKey = 'catalog';
export const bucketPrefix = 'badges:';

/** The storage key of the bucket that holds a page's badge record. */
export function bucketKey(pageId: string): string {
  return `${bucketPrefix}${bucketOf(pageId)}`;
}

/** The keys that one `get` needs to look these page ids up: the head and their buckets. */
export function lookupKeys(pageIds: readonly string[]): string[] {
  return [headKey, ...pageIds.map(bucketKey)];
}

/** A page id of the catalog and its badge record. */
export type PageMatch = { page: string; record: BadgeRecord };

/** The first page id that has a badge record, and that record, from the result of that `get`. */
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

/**
 * Whether that `get` cannot say which of these page ids has a record: there is no head, or what comes before the first record is
 * damaged.
 */
export function isDamaged(stored: Record<string, unknown>, pageIds: readonly string[]): boolean {
  const head = readHead(stored);
  if (!head) return true;
  for (const page of pageIds) {
    const bucket = stored[bucketKey(page)];
    const badges = badgesIn(bucket, head.generation);
    if (bucket !== undefined && !isBucket(bucket)) return true;
    if (Object.hasOwn(badges, page)) return !isBadgeRecord(badges[page]);
  }
  return false;
}

function isBucket(value: unknown): value is Bucket {
  const { since, badges = {}, previous = {} } = Object(value) as Partial<Bucket>;
  return typeof since === 'number' && Object(badges) === badges && Object(previous) === previous;
}

/** The badge records of a generation in a stored bucket; none if what is stored is not a bucket. */
export function badgesIn(stored: unknown, generation: number): Badges {
  const { since, badges, previous } = Object(stored) as Partial<Bucket>;
  return Object(typeof since === 'number' && since <= generation ? badges : previous) as Badges;
}

/** The head, if what is stored is one. */
export function readHead(stored: Record<string, unknown>): CatalogHead | undefined {
  const head = stored[headKey];
  return isHead(head) ? head : undefined;
}

/** Whether a stored value is a head. */
export function isHead(value: unknown): value is CatalogHead {
  return Number.isSafeInteger((value as Partial<CatalogHead> | undefined | null)?.generation);
}
