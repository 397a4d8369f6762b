import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch, isDamaged, lookupKeys } from '../../../browser/catalog-db/badge-lookup.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { reference, tool } from '../../builders/tool.ts';

beforeEach(() => fakeBrowser.reset());

describe('looking up a badge', () => {
  const page = 'pkg:github/someone/oven';
  const record = badgeRecord(tool('oven', 'sss'), reference);
  const head = { generation: 5, extension: '0' };
  it('names head and bucket for one get', () =>
    expect(lookupKeys([page])).toEqual(['catalog', bucketKey(page)]));
  it.each([
    ['what is, from its generation on', { since: 5, badges: { [page]: record } }, record],
    ['what was, before it', { since: 6, badges: {}, previous: { [page]: record } }, record],
    ['nothing that is not active yet', { since: 6, badges: { [page]: record } }, undefined],
    ['nothing that is gone', { since: 5, previous: { [page]: record } }, undefined],
  ])('reads %s', (_, bucket, found) =>
    expect(findMatch({ catalog: head, [bucketKey(page)]: bucket }, [page])?.record).toEqual(found),
  );
  it('takes the first page id that has a record', () => {
    const stored = { catalog: head, [bucketKey(page)]: { since: 1, badges: { [page]: record } } };
    expect(findMatch(stored, ['oven.example/x', page])).toEqual({ page, record });
  });
  it.each<[string, Record<string, unknown>, boolean]>([
    ['is whole', { [bucketKey(page)]: { since: 1, badges: { [page]: record } } }, false],
    ['has no such bucket, as most pages have none', {}, false],
    ['has a bucket of other pages', { [bucketKey(page)]: { since: 1, badges: { other: 7 } } }, false],
    ['has a bucket of a later generation', { [bucketKey(page)]: { since: 6, badges: {} } }, false],
    ['has no head', { catalog: undefined }, true],
    ['has a head that is none', { catalog: { generation: 'x' } }, true],
    ['has a bucket that is none', { [bucketKey(page)]: 7 }, true],
    ['has an empty object in the place of a bucket', { [bucketKey(page)]: {} }, true],
    ['has a bucket whose badges are none', { [bucketKey(page)]: { since: 1, badges: 'x' } }, true],
    ['has a record that is none', { [bucketKey(page)]: { since: 1, badges: { [page]: 7 } } }, true],
    ['has a damaged bucket of a longer page id', { [bucketKey(`${page}/x`)]: null }, true],
  ])('knows whether what is stored can tell, where it %s', (_, stored, damaged) =>
    expect(isDamaged({ catalog: head, ...stored }, [`${page}/x`, page])).toBe(damaged),
  );
  it('does not mind damage behind the record that counts', () => {
    const stored = { [bucketKey(page)]: { since: 1, badges: { [page]: record } }, [bucketKey('x')]: 7 };
    expect(isDamaged({ catalog: head, ...stored }, [page, 'x'])).toBe(false);
  });
  it('finds nothing and never throws, whatever is stored', () =>
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (catalog, bucket) => {
        const found = findMatch({ catalog, [bucketKey(page)]: bucket }, [page, '__proto__', 'constructor']);
        expect(found).toBeUndefined();
        isDamaged({ catalog, [bucketKey(page)]: bucket }, [page, '__proto__', 'constructor']);
      }),
    ));
});
