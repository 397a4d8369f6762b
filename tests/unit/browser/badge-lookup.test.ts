import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch, lookupKeys } from '../../../browser/catalog-db/badge-lookup.ts';
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
  it('finds nothing and never throws, whatever is stored', () =>
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (catalog, bucket) => {
        const found = findMatch({ catalog, [bucketKey(page)]: bucket }, [page, '__proto__', 'constructor']);
        expect(found).toBeUndefined();
      }),
    ));
});
