import { expect } from 'vitest';
import { badgeGone, badgeText } from '../../harness/badge.ts';
import { inContentScript, inFrameScript } from '../../harness/content-scripts.ts';
import { makeKey } from '../builders/feed.ts';
import { subscription } from '../../harness/acme-feed.ts';
import { readItems } from '../../harness/stored-items.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

const secrets = [
  'https://secret.example/feed/',
  'secret-tool',
  'pkg:github/secret/page',
  'secret-host.example',
];

// What a page that has taken over its process can do is what our content script can, and no more.
inEachBrowser('a content script that is not ours any more', () => {
  test('reads nothing personal, and opens no other store', async ({ visit, extension, store }) => {
    const [feed, tool, hidden, host] = secrets as [string, string, string, string];
    await store({
      feeds: [subscription(feed, await makeKey())],
      ...{ watched: [tool], recentTools: [tool], lastRivals: { baking: tool } },
      ...{ dismissedPages: [hidden], disabledHosts: [host] },
    });
    const page = await visit(axolotl);
    await badgeText(page);
    const found = await inContentScript(extension, page, lookAround);
    expect(found.keys.filter((key) => !key.startsWith('badges:')).toSorted()).toEqual(['catalog', 'hides']);
    expect(secrets.filter((secret) => found.everything.includes(secret))).toEqual([]);
    expect(found.databases).toEqual([]);
    expect(found.user).toEqual([]);
    expect(found.session).not.toBe('opened');
    expect(found.file).not.toBe('read');
    expect(found.heard).toEqual([]);
  });

  test('gets no answer to what only our own pages may send, and changes nothing by it', async ({
    visit,
    extension,
  }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const before = await readItems(extension, ['catalog', 'watched', 'feeds']);
    const evil = subscription('https://evil.example/', await makeKey());
    const messages = [
      { type: 'repair-catalog', data: null },
      { type: 'start-again', data: null },
      { type: 'feeds-changed', data: null },
      { type: 'refresh-feed', data: { feed: 'acme' } },
      { type: 'read-item', data: { key: 'feeds' } },
      { type: 'replace-item', data: { key: 'feeds', before: [], next: [evil] } },
      { type: 'replace-item', data: { key: 'watched', next: ['evil'] } },
      { type: 'toString', data: null },
    ];
    const answers = await inContentScript(extension, page, send, messages);
    expect(answers).toEqual(messages.map(() => 'none'));
    expect(await readItems(extension, ['catalog', 'watched', 'feeds'])).toEqual(before);
  });

  test('learns about the page in its tab alone', async ({ visit, extension, store }) => {
    await store({ dismissedPages: ['pkg:github/facebookresearch/sam3'] });
    const page = await visit(axolotl);
    await badgeText(page);
    const about = { url: sam3, tool: 'sam3', page: 'pkg:github/facebookresearch/sam3' };
    const [hidden, match, facts] = await inContentScript(extension, page, send, [
      { type: 'is-hidden', data: about },
      { type: 'look-up', data: about },
      { type: 'page-facts', data: { ...about, facts: { archived: true, version: 'x'.repeat(1e5) } } },
    ]);
    expect([hidden, match, facts]).toEqual([
      'false',
      expect.stringContaining('"tool":"axolotl"'),
      expect.stringContaining('archived'),
    ]);
    const sent = { type: 'tool-on-page', data: { ...about, name: 'Fake', votes: 'kkkkk' } };
    await inContentScript(extension, page, send, [sent]);
    await until('the count of its own tool', async () => (await extension.run(toolbarOf, axolotl)) === '3/4');
    const other = await visit(unknownRepository);
    const [unknown] = await inContentScript(extension, other, send, [{ type: 'look-up', data: about }, sent]);
    expect(unknown).toBe('null');
    expect(await extension.run(toolbarOf, unknownRepository)).toBe('');
    await page.evaluate(() => void document.body.append(document.createElement('iframe')));
    const hiddenHere = [{ type: 'is-hidden', data: null }];
    expect(await inFrameScript(extension, page, send, hiddenHere)).toEqual(['none']);
  });

  test('opens one page about its own tool, and none from a tab that nobody looks at', async ({
    visit,
    extension,
  }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const behind = await visit(`${axolotl}/issues/12`);
    await badgeText(behind);
    await page.bringToFront();
    const other = {
      left: 'sam3',
      right: '../options',
      tool: 'sam3',
      upstream: 'pkg:github/facebookresearch/sam3',
    };
    const many = Array.from({ length: 15 }, () => ({ type: 'open-comparison', data: other }));
    await inContentScript(extension, page, send, many);
    const opened = () => extension.run(comparisons);
    const [first] = await until('the comparison', async () => (await opened()).length > 0 && opened());
    expect(first?.url.split('#')[1]).toMatch(/^axolotl\//);
    expect(await opened()).toHaveLength(1);
    await extension.run(closeTab, first!.id);
    await page.bringToFront();
    await inContentScript(extension, behind, send, many);
    expect(await opened()).toEqual([]);
  });

  test('that writes what it likes hides nothing and shows nothing for long', async ({
    visit,
    extension,
    store,
  }) => {
    await store({ dismissedPages: ['pkg:github/facebookresearch/sam3'] });
    const [page, hidden] = [await visit(axolotl), await visit('https://github.com/facebookresearch/sam3')];
    await badgeText(page);
    await inContentScript(extension, page, write, { hides: 0, feeds: [{}], watched: ['evil'] });
    await until('the truth', async () => {
      const { hides } = await readItems(extension, ['hides']);
      return hides !== 0;
    });
    await badgeGone(hidden);
    await badgeText(page);
    expect(await readItems(extension, ['watched'])).toEqual({});
    await extension.run(remove, ['feeds', 'watched']);
  });
});

inEachBrowser('two pages of the extension', () => {
  test('keep two stars that are given at once', async ({ extension, openPage }) => {
    const pages = [await openPage('compare.html#axolotl/sam3'), await openPage('compare.html#axolotl/sam3')];
    const stars = 'button[aria-pressed]';
    for (const page of pages) await until('the stars', async () => (await page.$$(stars)).length === 2);
    await Promise.all(
      pages.map((page, at) => page.$$eval(stars, (found, at) => (found[at] as HTMLElement).click(), at)),
    );
    await until('both', async () => {
      const { watched } = await readItems(extension, ['watched']);
      return (watched as string[] | undefined)?.toSorted().join() === 'axolotl,sam3';
    });
  });
});

type Area = {
  get(keys?: string): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
};
type Api = {
  runtime: { sendMessage(message: object): Promise<unknown>; getURL(path: string): string };
  storage: { local: Area; session?: Area };
  tabs: {
    query(what: { url?: string }): Promise<{ id: number; url?: string }[]>;
    remove(id: number): Promise<void>;
  };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};
type Global = Record<string, Api | undefined>;

// These run in the isolated world of a page.
async function lookAround() {
  const { browser, chrome } = globalThis as unknown as Global;
  const { runtime, storage } = (browser ?? chrome)!;
  const heard: unknown[] = [];
  const channel = new BroadcastChannel('user-items');
  channel.onmessage = ({ data }) => heard.push(data);
  const local = await storage.local.get();
  const stores = await new Promise<string[]>((done) => {
    const request = indexedDB.open('user');
    request.onsuccess = () => {
      done([...request.result.objectStoreNames]);
      request.result.close();
      indexedDB.deleteDatabase('user');
    };
    request.onerror = () => done([]);
  });
  const outcome = async (work: () => unknown, good: string) => {
    try {
      await work();
      return good;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const session = await outcome(() => storage.session!.get(), 'opened');
  const file = await outcome(() => fetch(runtime.getURL('catalog.json')), 'read');
  const databases = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'user');
  channel.close();
  return {
    ...{ keys: Object.keys(local), everything: JSON.stringify(local) },
    ...{ databases, user: stores, session, file, heard },
  };
}

async function send(messages: object[]): Promise<string[]> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { runtime } = (browser ?? chrome)!;
  const answers = messages.map((each) => runtime.sendMessage(each).catch(() => undefined));
  return (await Promise.all(answers)).map((answer) =>
    answer === undefined ? 'none' : JSON.stringify(answer),
  );
}

function write(items: object): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.storage.local.set(items);
}

// These run inside a page of the extension.
function remove(keys: string[]): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.storage.local.remove(keys);
}

async function comparisons(): Promise<{ id: number; url: string }[]> {
  const { browser, chrome } = globalThis as unknown as Global;
  const open = await (browser ?? chrome)!.tabs.query({});
  return open.flatMap(({ id, url }) => (url?.includes('/compare.html#') ? [{ id, url }] : []));
}

function closeTab(id: number): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  return (browser ?? chrome)!.tabs.remove(id);
}

async function toolbarOf(url: string): Promise<string | undefined> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { tabs, action } = (browser ?? chrome)!;
  const [tab] = await tabs.query({ url });
  return tab && action.getBadgeText({ tabId: tab.id });
}
