import { describe, expect, it } from 'vitest';
import { indexText, readIndex } from '../../../catalog/feed/index-file.ts';
import { maxBytes } from '../../../catalog/feed/limits.ts';
import { accepted, hash, encode, bytesOf, messageOf } from '../../builders/signed-feed.ts';

describe('an index file', () => {
  const ref = { sha256: hash, length: 1 };
  it.each<[string, number, unknown, string]>([
    ['of one bucket', 0, [ref], accepted],
    ['of empty buckets', 3, [null, null, null, null], accepted],
    ['with a bucket at the limit', 0, [{ ...ref, length: maxBytes.bucket }], accepted],
    ['with too few', 3, [ref, null, ref], 'x lists 3 buckets instead of 4.'],
    ['with too many', 3, [ref, null, ref, null, null], 'x lists 5 buckets instead of 4.'],
    ['without any', 0, [], 'x lists 0 buckets instead of 1.'],
    [
      'with a large bucket',
      0,
      [{ ...ref, length: maxBytes.bucket + 1 }],
      'x names a bucket larger than 1000000 bytes.',
    ],
    ['with a bucket twice', 3, [ref, null, ref, null], 'x names a bucket twice.'],
    ['with a bucket of nothing', 0, [{ ...ref, length: 0 }], 'x names an empty bucket, which has no file.'],
    ['with a wrong hash', 0, [{ ...ref, sha256: 'x' }], 'x is not a list of buckets.'],
    ['with less than nothing', 0, [{ ...ref, length: -1 }], 'x is not a list of buckets.'],
    ['with half a byte', 0, [{ ...ref, length: 1.5 }], 'x is not a list of buckets.'],
    ['that is not a list', 0, { buckets: [ref] }, 'x is not a list of buckets.'],
  ])('%s', async (_, bits, json, sentence) =>
    expect(await messageOf(() => readIndex(bytesOf(json), bits, 'x'))).toBe(sentence),
  );
  it('is read as it was written', () => {
    const buckets = [null, ref, { sha256: 'cd'.repeat(32), length: 7 }, null];
    expect(readIndex(encode(indexText(buckets)), 3, 'x')).toEqual(buckets);
  });
});
