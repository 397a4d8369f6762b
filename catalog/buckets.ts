// Buckets that hold nothing are never stored, so a small catalog pays nothing for a count that suits a large one.
const bucketCount = 2 ** 14;

/** Which of the 16,384 buckets holds a page key: FNV-1a, 32 bit, over UTF-16 units, as three or four hex digits. */
export function bucketOf(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) & (bucketCount - 1)).toString(16);
}
