import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import type * as PageMessages from '../../../browser/page-messages.ts';
import type { PageScript } from '../../../browser/senders.ts';
import { badgeRecord, withRival, type BadgeRecord } from '../../../catalog/badge-record.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const [oven, pan] = [tool('oven', 'sss'), tool('pan', 'kkk')];
const known: Record<string, BadgeRecord> = {
  'pkg:github/someone/oven': withRival(badgeRecord(oven, reference), summaryOf(pan, reference, undefined)),
  'pkg:github/someone/pan': badgeRecord(pan, reference),
  'oven.example': badgeRecord(oven, reference),
};
const ovenPage = 'https://github.com/someone/oven';
const upstream = 'pkg:github/Someone/Oven';

const sender = (url: string): PageScript => ({
  ...{ kind: 'content-script', url, host: new URL(url).hostname },
  tab: { id: 7, windowId: 3, index: 2, incognito: false },
});

let handlers: (typeof PageMessages)['pageHandlers'];
const toolbar = vi.fn<(record: BadgeRecord | null, tabId: number) => Promise<void>>();
const inject = vi.fn<(tabId: number) => Promise<void>>();
const popup = vi.fn<() => Promise<void>>();
const create = vi.fn<(tab: { url: string }) => Promise<unknown>>();
const inFront = { active: true, focused: true };

beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetModules();
  for (const each of [toolbar, inject, popup, create]) each.mockReset().mockResolvedValue(undefined);
  vi.doMock('../../../browser/toolbar-badge.ts', () => ({ showToolbarBadge: toolbar }));
  vi.doMock('../../../browser/page-facts/inject.ts', () => ({ injectPageObserver: inject }));
  vi.doMock('../../../browser/catalog-db/open-catalog.ts', () => ({
    openCatalog: () =>
      Promise.resolve({
        badgeOfPage: ([id = '']: string[]) =>
          Promise.resolve(Object.hasOwn(known, id) ? known[id] : undefined),
      } as unknown as CatalogReader),
  }));
  Object.assign(inFront, { active: true, focused: true });
  vi.spyOn(browser.tabs, 'get').mockImplementation(
    (id) => Promise.resolve({ id, index: 2, windowId: 3, active: inFront.active }) as never,
  );
  vi.spyOn(browser.windows, 'get').mockImplementation(
    () => Promise.resolve({ focused: inFront.focused }) as never,
  );
  vi.spyOn(browser.tabs, 'create').mockImplementation(create as never);
  Object.assign(browser.action, { openPopup: popup });
  handlers = (await import('../../../browser/page-messages.ts')).pageHandlers;
});

// The next file in this process must not get these.
afterAll(() => {
  for (const file of ['toolbar-badge', 'page-facts/inject', 'catalog-db/open-catalog'])
    vi.doUnmock(`../../../browser/${file}.ts`);
});

describe('the toolbar badge', () => {
  const shown = () => toolbar.mock.calls.map(([record]) => record?.name);
  it('shows the tool of the page in the tab, by our own look-up', async () => {
    const claimed = { name: 'Fake', votes: 'sssss', tool: 'pan', page: 'pkg:github/someone/pan' };
    await handlers['tool-on-page']({ wantsPageObserver: true, ...claimed }, sender(ovenPage));
    expect(toolbar).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ name: 'Oven', votes: 'sss--' }),
      7,
    );
    expect(inject).toHaveBeenCalledExactlyOnceWith(7);
  });
  it.each<[string, string, unknown, string | undefined]>([
    ['a fork shows its upstream', 'https://github.com/other/oven', upstream, 'Oven'],
    ['a tool’s own page does not show another', 'https://github.com/someone/pan', upstream, 'Pan'],
    ['a site without forks shows none', 'https://docs.example/', upstream, undefined],
    ['an address of no tool shows none', 'https://github.com/other/else', undefined, undefined],
    ['an upstream of no tool shows none', 'https://github.com/other/x', 'pkg:github/o/x', undefined],
    ['an upstream that is no text shows none', 'https://github.com/other/x', [upstream], undefined],
    ['an upstream of a megabyte shows none', 'https://github.com/other/x', 'x'.repeat(1e6), undefined],
    ['an upstream called constructor shows none', 'https://github.com/other/x', 'constructor', undefined],
  ])('%s', async (_, url, from, name) => {
    await handlers['tool-on-page']({ wantsPageObserver: false, upstream: from }, sender(url));
    expect(shown()).toEqual([name]);
    expect(inject).not.toHaveBeenCalled();
  });
  it('is empty once the page has no badge, also if the look-up takes longer', async () => {
    const first = handlers['tool-on-page']({ wantsPageObserver: true }, sender(ovenPage));
    await handlers['tool-on-page'](null, sender(ovenPage));
    await first;
    expect(shown()).toEqual([undefined]);
  });
  it('does not keep the badge from reacting while the tool is looked up', async () => {
    const answer = handlers['tool-on-page']({ wantsPageObserver: true }, sender(ovenPage));
    expect(inject).toHaveBeenCalledExactlyOnceWith(7);
    await answer;
  });
  it.each([7, 'x', undefined, []])('fails nothing for %j', async (data) => {
    await handlers['tool-on-page'](data as never, sender(ovenPage));
    expect(inject).not.toHaveBeenCalled();
  });
});

describe('a click on a badge', () => {
  const opened = () => create.mock.calls.map(([{ url }]) => url.split('#')[1]);
  const verdict = (url = ovenPage, data: object | null = {}) => handlers['open-verdict'](data, sender(url));
  const comparison = (url = ovenPage, data: object | null = {}) =>
    handlers['open-comparison'](data, sender(url));

  it('opens the popup', async () => {
    await verdict();
    expect(popup).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    expect(create).not.toHaveBeenCalled();
  });
  it('opens the page of the page’s own tool where there can be no popup', async () => {
    popup.mockRejectedValue(new Error('Only a person may.'));
    await verdict(ovenPage, { tool: 'pan', rival: 'vat' });
    expect(opened()).toEqual(['oven']);
    expect(create.mock.lastCall![0].url).toMatch(/\/tool\.html#oven$/);
  });
  it('opens the comparison of the page’s own tool, next to its tab', async () => {
    await comparison(ovenPage, { left: 'pan', right: '../../x' });
    expect(create).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ index: 3, windowId: 3 }));
    expect(opened()).toEqual(['oven/pan']);
  });
  it('opens what followed the page’s tool, and the choice of another where nothing did', async () => {
    await handlers['open-successor']({}, sender(ovenPage));
    expect(opened()).toEqual(['oven']);
  });
  it('on a fork opens the comparison of its upstream', async () => {
    await comparison('https://github.com/other/oven', { upstream });
    expect(opened()).toEqual(['oven/pan']);
  });
  it.each(['https://someone.github.io/oven/', 'https://oven.readthedocs.io/en/latest/'])(
    'on documentation opens the comparison of its repository: %s',
    async (url) => {
      await comparison(url, { upstream });
      expect(opened()).toEqual(['oven/pan']);
    },
  );
  it.each(['https://other.github.io/oven/', 'https://someone.github.io/', 'https://bank.example/'])(
    'takes no repository from %s',
    async (url) => {
      await comparison(url, { upstream });
      expect(opened()).toEqual([]);
    },
  );
  it.each(['https://github.com/someone/else', 'https://bank.example/'])(
    'opens nothing on %s',
    async (url) => {
      await verdict(url, null);
      await comparison(url, { left: 'oven' });
      expect([popup.mock.calls, opened()]).toEqual([[], []]);
    },
  );
  it.each([
    ['a tab in the background', { active: false }],
    ['a window in the background', { focused: false }],
  ])('opens nothing from %s', async (_, state) => {
    Object.assign(inFront, state);
    await verdict();
    await comparison();
    expect([popup.mock.calls, opened()]).toEqual([[], []]);
  });
  it('opens nothing from a tab that is gone', async () => {
    vi.mocked(browser.tabs.get).mockRejectedValue(new Error('No tab.'));
    await expect(verdict()).rejects.toThrow();
    expect(popup).not.toHaveBeenCalled();
  });
  it('opens from a browser that has no windows', async () => {
    vi.spyOn(browser, 'windows', 'get').mockReturnValue(undefined as never);
    await comparison();
    expect(opened()).toEqual(['oven/pan']);
  });
  it('opens one of thirty that a page makes up at once, and ten a minute at most', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    await Promise.all(Array.from({ length: 30 }, () => Promise.all([verdict(), comparison()])));
    expect(popup.mock.calls.length + opened().length).toBe(1);
    for (let second = 0; second < 50; second++) {
      vi.advanceTimersByTime(1_000);
      await comparison();
    }
    expect(popup.mock.calls.length + opened().length).toBe(10);
    vi.advanceTimersByTime(60_000);
    await comparison();
    expect(popup.mock.calls.length + opened().length).toBe(11);
    vi.useRealTimers();
  });
});

describe('the × of a badge', () => {
  const dismissed = async () =>
    (await import('../../../browser/user-data/user-db.ts')).readItem('dismissedPages');
  it('hides the badge on the page in the tab, as the popup does, whatever a message says', async () => {
    await handlers['dismiss-badge']({ upstream: 'pkg:github/someone/pan' }, sender(`${ovenPage}/issues`));
    expect(await dismissed()).toEqual(['pkg:github/someone/oven']);
  });
  it.each(['https://github.com/someone/else', 'https://bank.example/'])(
    'hides nothing on %s',
    async (url) => {
      const before = await dismissed();
      await handlers['dismiss-badge']({}, sender(url));
      expect(await dismissed()).toEqual(before);
    },
  );
  it('does nothing in a tab that nobody looks at', async () => {
    inFront.active = false;
    const before = await dismissed();
    await handlers['dismiss-badge']({}, sender('https://github.com/someone/pan'));
    expect(await dismissed()).toEqual(before);
  });
});

describe('a content script learns', () => {
  it('the badge record of its own page', async () => {
    expect(await handlers['look-up'](null, sender(ovenPage))).toEqual({
      ...{ page: 'pkg:github/someone/oven', record: known['pkg:github/someone/oven'] },
    });
    expect(await handlers['look-up'](null, sender('https://github.com/someone/else'))).toBeNull();
  });
  it('whether its own badge is hidden', async () => {
    const { changeItem } = await import('../../../browser/user-data/user-db.ts');
    await changeItem('dismissedPages', () => ['pkg:github/someone/oven']);
    expect(await handlers['is-hidden'](null, sender(ovenPage))).toBe(true);
    expect(await handlers['is-hidden'](null, sender('https://github.com/someone/pan'))).toBe(false);
  });
});
