import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedBytes } from '../../../catalog/feed/checked-file.ts';
import { followedKeys, statementBytes } from '../../../catalog/feed/key-chain.ts';
import { isSigned } from '../../../catalog/feed/signature.ts';
import { signManifest } from '../../builders/feed.ts';
import {
  notSigned,
  feed,
  encode,
  textOf,
  messageOf,
  verified,
  key,
  thiefKey,
} from '../../builders/signed-feed.ts';

describe('any change', () => {
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
        expect(await messageOf(() => verified({ files }))).toBe(notSigned);
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
        expect(await messageOf(() => verified({ files }))).toBe(notSigned);
      }),
      { numRuns: 1000 },
    ));
  it('of the last letters of a signature is refused', async () => {
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
        const message = await messageOf(() => checkedBytes(other, ref, path));
        expect(message).toMatch(/^files\/.* (?:bytes instead of|is not what the manifest names)/);
      }),
      { numRuns: 1000 },
    ));
  it('a statement about keys is never accepted as a manifest', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), fc.string(), async (id, to, date, expires) => {
        const files = new Map(feed.files);
        await signManifest(files, statementBytes({ feed: id, from: key.text, to, date, expires }), key);
        expect(await messageOf(() => verified({ files }))).toBe('manifest.json isn’t valid JSON.');
      }),
      { numRuns: 200 },
    ));
  it('a manifest is never accepted as a statement', async () => {
    const [signature, to] = [textOf(feed.files.get('manifest.sig')).trim(), thiefKey.text];
    const days = { date: '2026-11-20', expires: '2027-11-20' };
    const statement = { feed: 'kitchen', from: key.text, to, ...days, signature, confirmation: signature };
    const trusted = { feed: 'kitchen', trustedKey: key.text };
    expect(await followedKeys(trusted, [statement], Date.parse('2026-11-21'))).toEqual({
      trustedKey: key.text,
    });
  });
  it('a key of any 32 bytes verifies nothing and never throws', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (raw) => {
        const other = Buffer.from(raw).toString('base64');
        const signature = textOf(feed.files.get('manifest.sig'));
        expect(await isSigned(feed.files.get('manifest.json')!, signature, other)).toBe(false);
      }),
      { numRuns: 200 },
    ));
});
