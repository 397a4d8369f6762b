import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findDifferences } from '../../../../browser/page-facts/find-differences.ts';
import * as catalogDb from '../../../../browser/catalog-db/open-catalog.ts';
import type { CatalogReader } from '../../../../browser/catalog-db/catalog-reader.ts';
import type { PageScript } from '../../../../browser/senders.ts';
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
  const sender = (url: string, incognito = false): PageScript => ({
    ...{ kind: 'content-script', url, host: new URL(url).hostname },
    tab: { id: 7, windowId: 3, index: 2, incognito },
  });
  const knows = (...known: string[]) =>
    vi.spyOn(catalogDb, 'openCatalog').mockResolvedValue({
      badgeOfPage: ([id = '']: string[]) =>
        Promise.resolve(known.includes(id) ? badgeRecord(tool('oven', 'sss'), reference) : undefined),
      entry: () => Promise.resolve(undefined),
    } as unknown as CatalogReader);
  it.each([
    ['and stored', false, { archived: true }, true],
    ['of a page that is not public, and not stored', false, { archived: true, isPrivate: true }, false],
    ['in a private window, and not stored', true, { archived: true }, false],
  ])('is answered with the differences from the catalog, %s', async (_, incognito, facts, isStored) => {
    open(7);
    knows(page);
    const from = sender('https://github.com/someone/oven', incognito);
    expect(await findDifferences(from, facts)).toEqual([{ kind: 'archived', text: 'Archived', first: true }]);
    expect(await stored()).toEqual(isStored ? { 'page-facts:7:oven': { page, facts } } : {});
  });
  it('is about the page in the tab, whatever a content script says', async () => {
    open(7);
    knows(page);
    const sent = { archived: true, tool: 'oven', page };
    expect(await findDifferences(sender('https://github.com/someone/else'), sent)).toEqual([]);
    expect(await findDifferences(sender('https://oven.example/'), sent)).toEqual([]);
    expect(await stored()).toEqual({});
  });
  it.each([undefined, null, 7, 'archived', [{ archived: true }], { version: 'v'.repeat(201) }])(
    'is nothing in %j',
    async (sent) => {
      open(7);
      knows(page);
      expect(await findDifferences(sender('https://github.com/someone/oven'), sent)).toEqual([]);
      expect(await stored()).toEqual({});
    },
  );
  it('is kept for fifty tools a tab at most', async () => {
    open(7, 8);
    await storeTabFacts({ ...tab, id: 8 }, messageWith(newer));
    for (let at = 0; at < 60; at++) await storeTabFacts(tab, { ...messageWith(newer), tool: `tool-${at}` });
    const keys = Object.keys(await stored());
    expect(keys.length).toBeLessThanOrEqual(51);
    expect(keys).toContain('page-facts:8:oven');
    expect(keys).toContain('page-facts:7:tool-59');
  });
  it.each([7, null, { page: 7, facts: 'archived' }, { facts: { version: 7 } }])(
    'is read without what is damaged: %j',
    async (value) => {
      open(7);
      await fakeBrowser.storage.session.set({ 'page-facts:7:oven': value });
      expect(await readTabFacts('oven')).toEqual([]);
    },
  );
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
