const kB = 1_000;
const MB = 1_000 * kB;

/** How many bytes a reader accepts of each kind of file; it stops reading one that is longer. */
export const maxBytes = {
  manifest: MB,
  signature: kB,
  key: kB,
  keys: 100 * kB,
  index: 64 * kB,
  bucket: MB,
  tables: MB,
  changes: MB,
  pack: 200 * MB,
  unpacked: 600 * MB,
} as const;

/** How many bytes of its unpacked buckets a feed may have for each tool, on average; real ones have 5 kB. */
export const maxBytesPerTool = 50 * kB;

/** How many unpacked bytes a feed may have without a person being asked: about 5,000 tools. With their badge records that is 50 MB on the disk, and seconds of work. */
export const unaskedBytes = 25 * MB;

/** How many feeds a device follows at most, since each is refreshed beside the others. */
export const maxFeeds = 20;

/** How many buckets an update fetches one by one; for more of them the pack is fetched. */
export const maxFilesPerUpdate = 2_000;

/** How many tools the extension can hold: with more, search and the page of all tools are no longer quick. */
export const maxTools = 100_000;

/** How deep a feed's JSON may be nested; a tool's file needs eight levels. */
export const maxDepth = 32;

/** How many characters a text or key in a feed may have; the longest of our own has 280. */
export const maxLength = 4_000;

/** How large one tool may be, so that what is derived from it stays small; our largest has 48 pages, 242 items and 280 letters. */
export const maxOfTool = { pages: 100, items: 1_000, letters: 1_000 } as const;

/** How large the badge record of one page may be: letters in each of its texts, bytes as JSON; our largest has 75 and 350. */
export const maxOfBadge = { letters: 200, bytes: 1_500 } as const;

/**
 * How much the badge records of one feed may take: records in a bucket, which is what one page reads, and bytes altogether,
 * that is a fixed part and so much for each letter of its tools; our own have 0.35 for each letter.
 */
export const maxOfBadges = { recordsInBucket: 100, fixedBytes: MB, bytesPerLetter: 0.5 } as const;

/** How many tools of a feed may be left out; with more, the feed is refused. */
export const maxLeftOut = 100;
