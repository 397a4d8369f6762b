import { isBadgeRecord, type BadgeRecord } from '../../catalog/badge-record.ts';
import { bucketKey, bucketPrefix } from './badge-lookup.ts';

/** Some hundreds of badge buckets that the database keeps as one record, by their keys in `storage.local`. */
export type Shelf = Record<string, Record<string, BadgeRecord>>;

// Few enough to be written one by one, many enough that one of them is read in a moment.
export const shelfCount = 32;

/** The number of the shelf on which a badge bucket is kept; whatever else it is given counts to the first. */
export function shelfOf(key: string): number {
  const bucket = Number.parseInt(key.slice(bucketPrefix.length), 16);
  return Number.isNaN(bucket) ? 0 : bucket % shelfCount;
}

/** Badge records by page id in, all shelves with their buckets out, the empty ones too. */
export function shelvesOf(badges: ReadonlyMap<string, BadgeRecord>): Shelf[] {
  const shelves: Shelf[] = Array.from({ length: shelfCount }, () => ({}));
  for (const [page, record] of badges) {
    const key = bucketKey(page);
    (shelves[shelfOf(key)]![key] ??= {})[page] = record;
  }
  return shelves;
}

/** How many pages have a badge record on a shelf. */
export function pagesOn(shelf: Shelf): number {
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
