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

describe('what pages say', () => {
  const said = (facts: object, of = page) => ({ tool: 'oven', page: of, facts });
  const open = (...ids: number[]) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(ids.map((id) => ({ id })) as never);
  const tab = { id: 7, incognito: false };
  const stored = () => fakeBrowser.storage.session.get();
  it('is known while its tab is open', async () => {
    open(7, 8);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts({ ...tab, id: 8 }, said(newer));
    await storeTabFacts({ ...tab, id: 8 }, { ...said({ archived: true }), tool: 'pan' });
    expect(await readTabFacts('oven')).toEqual([{ page, facts: newer }]);
    expect(await readTabFacts('pan')).toEqual([{ page, facts: { archived: true } }]);
    expect(await readTabFacts('ove')).toEqual([]);
    open(9);
    expect(await readTabFacts('oven')).toEqual([]);
    await storeTabFacts({ ...tab, id: 9 }, said(newer));
    expect(Object.keys(await stored())).toHaveLength(1);
  });
  it.each([
    ['and kept', tab, { archived: true }, true],
    ['of a page that only some may see, and not kept', tab, { archived: true, isPrivate: true }, false],
    ['in a private window, and not kept', { ...tab, incognito: true }, { archived: true }, false],
  ])('is answered with how it differs from the verdict, %s', async (_, from, facts, isKept) => {
    open(7);
    await fakeBrowser.storage.local.set({
      catalog: { generation: 1, extension: '0' },
      [bucketKey(page)]: { since: 1, badges: { [page]: badgeRecord(tool('oven', 'sss'), reference) } },
    });
    expect(await findDifferences(from, said(facts))).toEqual([{ kind: 'archived', text: 'Archived' }]);
    expect(await findDifferences(from, { ...said(facts), tool: 'pan' })).toEqual([]);
    expect(await findDifferences(from, said(facts, 'pkg:github/someone/else'))).toEqual([]);
    expect(Object.keys(await stored()).length > 0).toBe(isKept);
  });
  it('is forgotten when the page says it no more', async () => {
    open(7);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts(tab, said({}));
    expect(await stored()).toEqual({});
  });
  it.each([
    ['a private window', { incognito: true }, said(newer)],
    ['a private page', {}, said({ ...newer, isPrivate: true })],
    ['no tab', { id: undefined }, said(newer)],
    ['a page without a name', {}, said(newer, '')],
    ['a page with a name without end', {}, said(newer, 'x'.repeat(301))],
  ])('is not kept from %s', async (_, more, message) => {
    open(7);
    await storeTabFacts({ ...tab, ...more }, message);
    expect(await stored()).toEqual({});
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
  it('takes back what was kept before a page turned out to be private', async () => {
    open(7);
    await storeTabFacts(tab, said(newer));
    await storeTabFacts(tab, said({ ...newer, isPrivate: true }));
    expect(await stored()).toEqual({});
  });
});
