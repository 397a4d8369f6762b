// Few enough that one changed tool costs little to fetch, many enough that the index stays small beside the buckets.
const meanTools = 4;

/** How many bits of a tool's hash choose its bucket, so that a bucket holds two to four tools on average. */
export function bitsFor(tools: number): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(1, tools) / meanTools)));
}

/** How many buckets a feed with so many bits has. */
export function bucketCount(bits: number): number {
  return 2 ** bits;
}

/** How many index files list them: the upper half of a bucket number's bits names the file, so that both levels stay short. */
export function indexFileCount(bits: number): number {
  return 2 ** (bits >> 1);
}

/** How many buckets each index file lists. */
export function bucketsPerFile(bits: number): number {
  return bucketCount(bits) / indexFileCount(bits);
}

/** A bucket's index file and its place in it, counted from 0. */
export function placeOf(bucket: number, bits: number): { file: number; place: number } {
  const width = bucketsPerFile(bits);
  return { file: Math.floor(bucket / width), place: bucket % width };
}

/** The number of the bucket at a place of an index file: the inverse of `placeOf`. */
export function bucketAt(file: number, place: number, bits: number): number {
  return file * bucketsPerFile(bits) + place;
}

/** A list with one entry a bucket, cut into the lists of the index files. */
export function byIndexFile<T>(buckets: readonly T[], bits: number): T[][] {
  const width = bucketsPerFile(bits);
  return Array.from({ length: indexFileCount(bits) }, (_, file) =>
    buckets.slice(file * width, (file + 1) * width),
  );
}

/** The buckets of a feed with `otherBits` in which the tools of this bucket can be: they share the lower bits. */
export function* sameTools(bucket: number, bits: number, otherBits: number): Generator<number> {
  const step = bucketCount(Math.min(bits, otherBits));
  for (let other = bucket % step; other < bucketCount(otherBits); other += step) yield other;
}
