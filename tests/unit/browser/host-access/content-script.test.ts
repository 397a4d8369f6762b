import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase, setActive } from '../../../../browser/catalog-db/database.ts';
import { changeSubscriptions, subscriptionTo } from '../../../../browser/feed-client/subscriptions.ts';
import { registerContentScript, injectIntoOpenTabs } from '../../../../browser/host-access/content-script.ts';
import { sites } from '../../../../sites/index.ts';
import { catalogOf } from '../../../builders/catalog-record.ts';
import { makeKey } from '../../../builders/feed.ts';
import { emptyUserDb } from '../../../builders/user-db.ts';

describe('the content script is registered', () => {
  const registered = vi.fn<(matches?: string[]) => void>();
  const queried = vi.fn(() => Promise.resolve([]));
  const storeProductHosts = async (hosts: string[]) => {
    const db = await openDatabase();
    await setActive({ generation: 1, extension: '1' }, db);
    await db.put('catalogs', { ...catalogOf(0), parts: { ...catalogOf(0).parts, productHosts: [1] } }, 1);
    await db.put('productHosts', new Map(hosts.map((host) => [host, new Map([[undefined, 1]])])), [1, 0]);
  };
  const grant = (...origins: string[]) =>
    Object.assign(fakeBrowser.permissions, { getAll: () => Promise.resolve({ origins }) });

  beforeEach(async () => {
    fakeBrowser.reset();
    vi.restoreAllMocks();
    registered.mockClear();
    queried.mockClear();
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      ...{ manifest_version: 3, name: '', version: '1' },
      host_permissions: ['https://github.com/*'],
    });
    Object.assign(fakeBrowser.scripting, {
      getRegisteredContentScripts: () => Promise.resolve([]),
      registerContentScripts([script]: { matches: string[] }[]) {
        registered(script?.matches);
        return Promise.resolve();
      },
    });
    Object.assign(fakeBrowser.tabs, { query: queried });
    await emptyUserDb();
    await storeProductHosts(['docs.oven.example', 'oven.example']);
  });

  it.each<[string, string[], string[] | undefined]>([
    ['not on the hosts of the manifest', ['https://github.com/*'], undefined],
    ['on the one host that was granted', ['https://oven.example/*'], ['https://oven.example/*']],
    ['on a www. form only where granted', ['https://www.oven.example/*'], ['https://www.oven.example/*']],
    ['on an optional site', ['https://gitlab.com/*'], ['https://gitlab.com/*']],
    ['not on a host without a tool', ['https://bank.example/*'], undefined],
    [
      'only on product hosts with a wider permission',
      ['https://docs.oven.example/*', 'https://*.oven.example/*'],
      [
        'https://docs.oven.example/*',
        'https://www.docs.oven.example/*',
        'https://oven.example/*',
        'https://www.oven.example/*',
      ],
    ],
  ])('%s', async (_, granted, matches) => {
    grant(...granted);
    await registerContentScript();
    expect(registered.mock.calls).toEqual(matches ? [[matches]] : []);
  });

  it('for a wide permission itself where it covers more product hosts than a browser compares quickly', async () => {
    const makers = Array.from({ length: 2_000 }, (_, n) => `n${n}.example`);
    await storeProductHosts(makers);
    grant('https://*/*');
    await registerContentScript();
    expect(registered).toHaveBeenCalledExactlyOnceWith(['https://*/*']);
  });

  it('not on a host that was granted for fetching a feed', async () => {
    grant('https://oven.example/*');
    const { text: key } = await makeKey();
    await changeSubscriptions(() => [
      subscriptionTo({ feed: 'f', name: 'F', url: 'https://oven.example/feed/', key }),
    ]);
    await registerContentScript();
    expect(registered).not.toHaveBeenCalled();
  });

  it('and injected only into open tabs of the hosts granted just now', async () => {
    grant('https://oven.example/*', 'https://docs.oven.example/*');
    await injectIntoOpenTabs(['https://oven.example/*']);
    expect(queried).toHaveBeenCalledExactlyOnceWith({ url: ['https://oven.example/*'], discarded: false });
  });

  it('with the script for granted sites, not on the required ones, whose script is the manifest’s', async () => {
    const scripts = vi.fn<(scripts: object[]) => Promise<void>>(() => Promise.resolve());
    Object.assign(fakeBrowser.scripting, { registerContentScripts: scripts });
    grant('https://*/*');
    await registerContentScript();
    expect(scripts.mock.calls[0]![0]).toMatchObject([
      { js: ['badge-on-granted-sites.js'], excludeMatches: ['https://github.com/*'] },
    ]);
  });

  it('and injected into each open tab as the script of its host', async () => {
    grant('https://*/*');
    const tabs = { 'https://github.com/*': 1, 'https://oven.example/*': 2 };
    Object.assign(fakeBrowser.tabs, {
      query: ({ url }: { url: string[] }) =>
        Promise.resolve(Object.entries(tabs).flatMap(([origin, id]) => (url.includes(origin) ? { id } : []))),
    });
    const injected = vi.fn<(injection: object) => Promise<void>>(() => Promise.resolve());
    Object.assign(fakeBrowser.scripting, { executeScript: injected });
    await injectIntoOpenTabs();
    expect(injected.mock.calls.flat()).toEqual([
      { target: { tabId: 2 }, files: ['badge-on-granted-sites.js'], injectImmediately: true },
      { target: { tabId: 1 }, files: ['badge.js'], injectImmediately: true },
    ]);
  });

  it('and injected once into a tab that a wide permission covers too', async () => {
    await storeProductHosts(Array.from({ length: 2_000 }, (_, n) => `n${n}.example`));
    grant('https://*/*');
    Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([{ id: 1 }]) });
    const injected = vi.fn<(injection: object) => Promise<void>>(() => Promise.resolve());
    Object.assign(fakeBrowser.scripting, { executeScript: injected });
    await injectIntoOpenTabs();
    expect(injected.mock.calls.flat()).toEqual([
      { target: { tabId: 1 }, files: ['badge.js'], injectImmediately: true },
    ]);
  });

  it('without a host that is none, with the others', async () => {
    await storeProductHosts(['foo.999', 'oven.example', 'a..b', '*', `${'x'.repeat(64)}.example`]);
    grant('https://*/*');
    await registerContentScript();
    expect(registered).toHaveBeenCalledExactlyOnceWith([
      ...sites.filter(({ access }) => access === 'optional').flatMap(({ host }) => both(host)),
      ...both('oven.example'),
    ]);
  });

  it('on all but those that the browser rejects, whatever the reason', async () => {
    grant('https://oven.example/*', 'https://docs.oven.example/*');
    const rejects = (matches: string[]) =>
      matches.includes('https://docs.oven.example/*')
        ? Promise.reject(new Error('Invalid host.'))
        : Promise.resolve(true);
    Object.assign(fakeBrowser.permissions, {
      contains: ({ origins }: { origins: string[] }) => rejects(origins),
    });
    Object.assign(fakeBrowser.scripting, {
      registerContentScripts: ([{ matches }]: [{ matches: string[] }]) =>
        rejects(matches).then(() => registered(matches)),
    });
    await registerContentScript();
    expect(registered).toHaveBeenCalledExactlyOnceWith(['https://oven.example/*']);
    const asked: string[][] = [];
    Object.assign(fakeBrowser.tabs, {
      query: ({ url }: { url: string[] }) => rejects(url).then(() => (asked.push(url), [])),
    });
    await injectIntoOpenTabs(['https://*/*']);
    expect(asked.flat().toSorted()).toEqual(['https://github.com/*', 'https://oven.example/*']);
  });
});

const both = (host: string) => [`https://${host}/*`, `https://www.${host}/*`];
