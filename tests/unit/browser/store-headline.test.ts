import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import { withoutHeadlines } from '../../../browser/forget-headlines.ts';
import type { PageScript } from '../../../browser/senders.ts';
import { storeHeadline } from '../../../browser/store-headline.ts';
import { addressNumber, usableHeadline } from '../../../browser/tab-headline.ts';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { reference, tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const url = 'https://github.com/someone/oven';
const oven = { ...tool('oven', 'sss'), pages: [page], from: undefined };
const match = { page, record: badgeRecord(oven, reference) };
const setPopup = vi.fn(() => Promise.resolve());
const stored = () => fakeBrowser.storage.session.get();

function knows(entry: unknown, expires?: string) {
  const layer = expires ? { expires } : {};
  const catalog = { reference, entry: () => Promise.resolve(entry && { tool: entry, layer }) };
  return vi.spyOn(store, 'openCatalog').mockResolvedValue(catalog as unknown as CatalogReader);
}

const from = (address = url, incognito = false): PageScript => ({
  ...{ kind: 'content-script', url: address, host: new URL(address).hostname },
  tab: { id: 7, windowId: 3, index: 2, incognito },
});

beforeEach(() => {
  fakeBrowser.reset();
  setPopup.mockClear();
  fakeBrowser.action.setPopup = setPopup;
  knows(oven);
});

describe('the headline of a page', () => {
  it('is stored by tab, and the tab’s popup is opened with its number', async () => {
    await storeHeadline(from(), match, { archived: true });
    const { 'headline:7': found } = await stored();
    expect(found).toMatchObject({
      facts: { archived: true },
      headline: {
        heading: { name: oven.name },
        verdict: { votes: 'sss--', word: 'Ship', count: '3 of 3 reviewers would ship it · 100%' },
        bands: [{ kind: 'archived', text: 'Archived' }],
      },
    });
    expect(JSON.stringify(found)).not.toContain('someone/oven');
    expect(setPopup).toHaveBeenCalledExactlyOnceWith({ tabId: 7, popup: 'popup.html#7' });
  });

  it.each<[string, PageScript, object]>([
    ['in a private window', from(url, true), {}],
    ['that only some people can see', from(), { isPrivate: true }],
    ['of a private network', from('https://wiki.corp/oven'), {}],
  ])('%s is not stored', async (_, sender, facts) => {
    await storeHeadline(sender, match, facts);
    expect(await stored()).toEqual({});
    expect(setPopup).not.toHaveBeenCalled();
  });

  it('is forgotten once the page turns out to be private, or the catalog has lost the tool', async () => {
    await storeHeadline(from(), match, {});
    await storeHeadline(from(), match, { isPrivate: true });
    expect(await stored()).toEqual({});
    await storeHeadline(from(), match, {});
    knows(undefined);
    await storeHeadline(from(), match, {});
    expect(await stored()).toEqual({});
  });

  it('that was read before a change is gone after it', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    knows(oven).mockImplementation(async () => {
      await promise;
      return {
        reference,
        entry: () => Promise.resolve({ tool: oven, layer: {} }),
      } as unknown as CatalogReader;
    });
    const storing = storeHeadline(from(), match, {});
    const changing = withoutHeadlines(async () => expect(await stored()).toEqual({}));
    resolve();
    await Promise.all([storing, changing]);
    expect(await stored()).toEqual({});
  });
});

describe('a stored headline is used', () => {
  const now = Date.parse('2026-11-22');
  const use = async (address: string | undefined, expires?: string) => {
    knows(oven, expires);
    await storeHeadline(from(), match, {});
    return usableHeadline((await stored())['headline:7'], address, now);
  };
  it.each([
    ['at its address', url, undefined, true],
    ['wherever on the page one is', `${url}#readme`, undefined, true],
    ['at another address only after it was stored anew', `${url}/issues`, undefined, false],
    ['not where the browser hides the address', undefined, undefined, false],
    ['until its data expires', url, '2026-11-23T00:00:00Z', true],
    ['not when its data has expired', url, '2026-11-22T00:00:00Z', false],
    ['not with an expiry that is no time', url, 'soon', false],
  ])('%s', async (_, address, expires, isUsed) => expect(Boolean(await use(address, expires))).toBe(isUsed));

  it.each([undefined, null, 7, 'x', [], {}, { address: addressNumber(url) }, { headline: {}, facts: {} }])(
    'not where it is %j',
    (damaged) => expect(usableHeadline(damaged, url, now)).toBeUndefined(),
  );
});
