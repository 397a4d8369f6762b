// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes } from '../../catalog/feed/checked-file.ts';
import { keysAfter, statementBytes } from '../../catalog/feed/key-chain.ts';
import { bitsFor, bucketAt, bucketCount, placeOf, sameTools } from '../../catalog/feed/layout.ts';
import { isSigned } from '../../catalog/feed/signature.ts';
import { syntheticTool } from '../../cli/synthetic-tools.ts';
import { signManifest } from '../builders/feed.ts';
import { notSigned, feed, encode, textOf, said, verified, key, thief } from './feed-said.ts';

describe('whatever is changed', () => {
  // One byte set to another value, taken out, or put in.
  const change = fc.record({
    kind: fc.constantFrom('set', 'cut', 'put'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    by: fc.integer({ min: 1, max: 255 }),
  });
  type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;
  function changed(bytes: Uint8Array, { kind, at, by }: Change): Uint8Array<ArrayBuffer> {
    const copy = [...bytes];
    const place = Math.floor(at * copy.length);
    if (kind === 'set') copy[place]! ^= by;
    else copy.splice(place, kind === 'cut' ? 1 : 0, ...(kind === 'put' ? [by] : []));
    return Uint8Array.from(copy);
  }
  it('in a manifest is refused', () =>
    fc.assert(
      fc.asyncProperty(change, async (one) => {
        const manifest = changed(feed.files.get('manifest.json')!, one);
        // A byte put beside its like, or cut from beside it, is the same file.
        fc.pre(textOf(manifest) !== textOf(feed.files.get('manifest.json')));
        const files = new Map(feed.files).set('manifest.json', manifest);
        expect(await said(() => verified({ files }))).toBe(notSigned);
      }),
      { numRuns: 1000 },
    ));
  it('in a signature is refused', () =>
    fc.assert(
      fc.asyncProperty(change, async (one) => {
        const signature = textOf(feed.files.get('manifest.sig')).trim();
        const other = changed(encode(signature), one);
        // Blanks around it are none of its bytes.
        fc.pre(textOf(other).trim() !== signature);
        const files = new Map(feed.files).set('manifest.sig', other);
        expect(await said(() => verified({ files }))).toBe(notSigned);
      }),
      { numRuns: 1000 },
    ));
  it('in the last letters of a signature is refused, each for each', async () => {
    const signature = textOf(feed.files.get('manifest.sig')).trim();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
    for (const letter of letters) {
      const other = `${signature.slice(0, -3)}${letter}==`;
      const fits = await isSigned(feed.files.get('manifest.json')!, other, key.text);
      expect(fits).toBe(other === signature);
    }
  });
  it('in any file is refused', () =>
    fc.assert(
      fc.asyncProperty(change, fc.nat(), async (one, nth) => {
        const files = [...feed.files].filter(([path]) => path.startsWith('files/'));
        const [path, bytes] = files[nth % files.length]!;
        const other = changed(bytes, one);
        fc.pre(!Buffer.from(other).equals(Buffer.from(bytes)));
        const ref = { sha256: path.slice(9, 73), length: bytes.length };
        const told = await said(() => checkedBytes(other, ref, path));
        expect(told).toMatch(/^files\/.*the signed manifest/);
      }),
      { numRuns: 1000 },
    ));
  it('a statement about keys never stands for a manifest', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (id, to, date) => {
        const files = new Map(feed.files);
        await signManifest(files, statementBytes({ feed: id, from: key.text, to, date }), key);
        expect(await said(() => verified({ files }))).toBe('manifest.json is no JSON.');
      }),
      { numRuns: 200 },
    ));
  it('nor a manifest for a statement', async () => {
    const [signature, to] = [textOf(feed.files.get('manifest.sig')).trim(), thief.text];
    const said = { feed: 'kitchen', from: key.text, to, date: '2026-11-20', signature };
    expect(await keysAfter(key.text, 'kitchen', [said])).toEqual([key.text]);
  });
  it('a key of any 32 bytes verifies nothing, and throws nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (raw) => {
        const other = Buffer.from(raw).toString('base64');
        const signature = textOf(feed.files.get('manifest.sig'));
        expect(await isSigned(feed.files.get('manifest.json')!, signature, other)).toBe(false);
      }),
      { numRuns: 200 },
    ));
});

describe('buckets', () => {
  it('hold two to four tools in the mean, in a catalog of any size above four', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2 ** 22 }), (count) => {
        const mean = count / bucketCount(bitsFor(count));
        expect(mean).toBeGreaterThan(2);
        expect(mean).toBeLessThanOrEqual(4);
      }),
      { examples: [[5], [8], [9], [16], [17], [2 ** 20], [2 ** 20 + 1], [2 ** 22]], numRuns: 2000 },
    ));
  it.each([0, 1, 4])('are one for %i tools', (count) => expect(bitsFor(count)).toBe(0));
  const made = Array.from({ length: 10_000 }, (_, at) => syntheticTool(at, ['baking', 'brewing']));
  it('are filled evenly: of 10,000 tools none holds over 15', () => {
    const bits = bitsFor(made.length);
    const sizes = new Map<number, number>();
    for (const { id } of made) {
      const number = bucketNumber(id, bits);
      expect(number >= 0 && number < bucketCount(bits)).toBe(true);
      sizes.set(number, (sizes.get(number) ?? 0) + 1);
    }
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(15);
    // Poisson's share of empty ones at a mean of 2.44 is 8.7 %.
    expect(1 - sizes.size / bucketCount(bits)).toBeLessThan(0.12);
  });
  it('have a place in an index file that leads back to their number', () =>
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
  it('come back as the same tools, by id, whatever order they were written in', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(made.length - 1), { minLength: 1, maxLength: 8 }), (chosen) => {
        const group = chosen.map((at) => made[at]!);
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
