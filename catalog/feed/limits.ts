const kB = 1_000;
const MB = 1_000 * kB;

/** The most bytes that a reader takes of each kind of file; whatever is longer is refused before it is read to its end. */
export const maxBytes = {
  manifest: MB,
  signature: kB,
  key: kB,
  keys: 100 * kB,
  index: MB,
  bucket: 4 * MB,
  tables: 4 * MB,
  changes: MB,
  pack: 200 * MB,
  unpacked: 600 * MB,
} as const;

/** The most tools that the extension holds: above it the page of all tools and search are no longer quick. */
export const maxTools = 100_000;

/** How deep JSON of a feed may be nested; a tool's file needs eight. */
export const maxDepth = 32;

/** How many letters a text or key in a feed may have; the longest of our own has 280. */
export const maxLength = 4_000;
