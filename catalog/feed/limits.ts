const kB = 1_000;
const MB = 1_000 * kB;

/** How many bytes a reader accepts of each kind of file; it stops reading one that is longer. */
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

/** How many tools the extension can hold: with more, search and the page of all tools are no longer quick. */
export const maxTools = 100_000;

/** How deep a feed's JSON may be nested; a tool's file needs eight levels. */
export const maxDepth = 32;

/** How many characters a text or key in a feed may have; the longest of our own has 280. */
export const maxLength = 4_000;
