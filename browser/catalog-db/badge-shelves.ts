import { isBadgeRecord, type BadgeRecord } from '../../catalog/badge-record.ts';
import { bucketKey, bucketPrefix } from './badge-lookup.ts';

/** Some badge buckets that the database keeps as one record, by their keys in `storage.local`. */
export type Shelf = Record<string, Record<string, BadgeRecord>>;

/** The number of the shelf, of so many (a power of two), on which a badge bucket is kept; whatever else it is given counts to the first. */
export function shelfOf(key: string, count: number): number {
  const bucket = Number.parseInt(key.slice(bucketPrefix.length), 16);
  return Number.isNaN(bucket) ? 0 : bucket % count;
}

/** Badge records by page id in, the shelf with their buckets out. */
export function asShelf(badges: ReadonlyMap<string, BadgeRecord>): Shelf {
  const shelf: Shelf = {};
  for (const [page, record] of badges) (shelf[bucketKey(page)] ??= {})[page] = record;
  return shelf;
}

/** The badge records on a shelf by page id. */
export function badgesOnShelf(shelf: Shelf): Map<string, BadgeRecord> {
  return new Map(Object.values(shelf).flatMap((badges) => Object.entries(badges)));
}

/** How many pages have a badge record on a shelf. */
function pagesOn(shelf: Shelf): number {
  return Object.values(shelf).reduce((sum, badges) => sum + Object.keys(badges).length, 0);
}

/** A stored shelf of so many pages. Throws if it is missing, or holds anything but that many badge records. */
export function readShelf(stored: unknown, pages: number | undefined): Shelf {
  const isShelf =
    isPlain(stored) && Object.values(stored).every((badges) => isPlain(badges) && areRecords(badges));
  if (!isShelf || pagesOn(stored as Shelf) !== pages)
    throw new Error('Stored badge records are missing or damaged.');
  return stored as Shelf;
}

function areRecords(badges: object): boolean {
  return Object.values(badges).every(isBadgeRecord);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
