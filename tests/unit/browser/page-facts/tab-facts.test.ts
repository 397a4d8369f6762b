import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findDifferences } from '../../../../browser/page-facts/find-differences.ts';
import { bucketKey } from '../../../../browser/catalog-db/badge-lookup.ts';
import { storeTabFacts, readTabFacts } from '../../../../browser/page-facts/tab-facts.ts';
import { badgeRecord } from '../../../../catalog/badge-record.ts';
import { reference, tool } from '../../../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const newer = { version: 'v1.3.0' };

beforeEach(() => fakeBrowser.reset());

describe('what pages state', () => {
  const messageWith = (facts: object, of = page) => ({ tool: 'oven', page: of, facts });
  const open = (...ids: number[]) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(ids.map((id) => ({ id })) as never);
  const tab = { id: 7, incognito: false };
  const stored = () => fakeBrowser.storage.session.get();
  it('is stored while its tab is open', async () => {
    open(7, 8);
    await storeTabFacts(tab, messageWith(newer));
    await storeTabFacts({ ...tab, id: 8 }, messageWith(newer));
    await storeTabFacts({ ...tab, id: 8 }, { ...messageWith({ archived: true }), tool: 'pan' });
    expect(await readTabFacts('oven')).toEqual([{ page, facts: newer }]);
    expect(await readTabFacts('pan')).toEqual([{ page, facts: { archived: true } }]);
    expect(await readTabFacts('ove')).toEqual([]);
    open(9);
    expect(await readTabFacts('oven')).toEqual([]);
    await storeTabFacts({ ...tab, id: 9 }, messageWith(newer));
    expect(Object.keys(await stored())).toHaveLength(1);
  });
  it.each([
    ['and stored', tab, { archived: true }, true],
    ['of a page that is not public, and not stored', tab, { archived: true, isPrivate: true }, false],
    ['in a private window, and not stored', { ...tab, incognito: true }, { archived: true }, false],
  ])('is answered with the differences from the catalog, %s', async (_, from, facts, isStored) => {
    open(7);
    await fakeBrowser.storage.local.set({
      catalog: { generation: 1, extension: '0' },
      [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('oven', 'sss'), reference) } },
    });
    expect(await findDifferences(from, messageWith(facts))).toEqual([{ kind: 'archived', text: 'Archived' }]);
    expect(await findDifferences(from, { ...messageWith(facts), tool: 'pan' })).toEqual([]);
    expect(await findDifferences(from, messageWith(facts, 'pkg:github/someone/else'))).toEqual([]);
    expect(Object.keys(await stored()).length > 0).toBe(isStored);
  });
  it('is removed when the page no longer states it', async () => {
    open(7);
    await storeTabFacts(tab, messageWith(newer));
    await storeTabFacts(tab, messageWith({}));
    expect(await stored()).toEqual({});
  });
  it.each([
    ['a private window', { incognito: true }, messageWith(newer)],
    ['a private page', {}, messageWith({ ...newer, isPrivate: true })],
    ['no tab', { id: undefined }, messageWith(newer)],
    ['a page without a name', {}, messageWith(newer, '')],
    ['a page with a name that is too long', {}, messageWith(newer, 'x'.repeat(301))],
  ])('is not stored from %s', async (_, more, message) => {
    open(7);
    await storeTabFacts({ ...tab, ...more }, message);
    expect(await stored()).toEqual({});
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
  it('is removed when the page turns out to be private', async () => {
    open(7);
    await storeTabFacts(tab, messageWith(newer));
    await storeTabFacts(tab, messageWith({ ...newer, isPrivate: true }));
    expect(await stored()).toEqual({});
  });
});
