// Buckets that hold nothing are never stored, so a small catalog pays nothing for a count that suits a large one.
const badgeBits = 17;

/** FNV-1a, 32 bit, over UTF-16 units, its upper half folded into the lower. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Which of 2^bits buckets holds a key: the lowest bits of its hash. */
export function bucketNumber(key: string, bits: number): number {
  return hashOf(key) & (2 ** bits - 1);
}

/** Which of the 131,072 buckets of badge records holds a page key, in hex digits. */
export function bucketOf(key: string): string {
  return bucketNumber(key, badgeBits).toString(16);
}
