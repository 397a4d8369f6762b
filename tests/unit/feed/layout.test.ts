import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketNumber } from '../../../catalog/buckets.ts';
import { bucketText, readBucket } from '../../../catalog/feed/bucket.ts';
import { bitsFor, bucketAt, bucketCount, placeOf, sameTools } from '../../../catalog/feed/layout.ts';
import { syntheticTool } from '../../../cli/synthetic-tools.ts';
import { encode } from '../../builders/signed-feed.ts';

describe('buckets', () => {
  it('hold two to four tools on average in a catalog of any size above four', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2 ** 22 }), (count) => {
        const mean = count / bucketCount(bitsFor(count));
        expect(mean).toBeGreaterThan(2);
        expect(mean).toBeLessThanOrEqual(4);
      }),
      { examples: [[5], [8], [9], [16], [17], [2 ** 20], [2 ** 20 + 1], [2 ** 22]], numRuns: 2000 },
    ));
  it.each([0, 1, 4])('number one for %i tools', (count) => expect(bitsFor(count)).toBe(0));
  const synthetic = Array.from({ length: 10_000 }, (_, at) => syntheticTool(at, ['baking', 'brewing']));
  it('are filled evenly: of 10,000 tools none holds over 15', () => {
    const bits = bitsFor(synthetic.length);
    const sizes = new Map<number, number>();
    for (const { id } of synthetic) {
      const number = bucketNumber(id, bits);
      expect(number >= 0 && number < bucketCount(bits)).toBe(true);
      sizes.set(number, (sizes.get(number) ?? 0) + 1);
    }
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(15);
    // Poisson's share of empty ones at a mean of 2.44 is 8.7 %.
    expect(1 - sizes.size / bucketCount(bits)).toBeLessThan(0.12);
  });
  it('have a place in an index file that gives their number', () =>
    fc.assert(
      fc.property(fc.nat(20), fc.nat(), (bits, nth) => {
        const number = nth % bucketCount(bits);
        const { file, place } = placeOf(number, bits);
        expect(bucketAt(file, place, bits)).toBe(number);
      }),
    ));
  it('are found again in a catalog with more or fewer of them', () =>
    fc.assert(
      fc.property(fc.string(), fc.nat(12), fc.nat(12), (id, bits, otherBits) => {
        const others = [...sameTools(bucketNumber(id, bits), bits, otherBits)];
        expect(others).toContain(bucketNumber(id, otherBits));
        expect(others).toHaveLength(bucketCount(Math.max(0, otherBits - bits)));
      }),
    ));
  it('are read as the same tools, sorted by id, whatever their order was', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(synthetic.length - 1), { minLength: 1, maxLength: 8 }), (chosen) => {
        const group = chosen.map((at) => synthetic[at]!);
        const text = bucketText(group);
        expect(bucketText(group.toReversed())).toBe(text);
        const { number, tools } = readBucket(encode(text), 0, 'x');
        expect(number).toBe(0);
        expect(tools).toEqual(group.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        expect(bucketText(tools)).toBe(text);
      }),
      { numRuns: 300 },
    ));
});
