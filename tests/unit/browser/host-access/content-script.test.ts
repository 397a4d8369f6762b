import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase, setActive } from '../../../../browser/catalog-db/database.ts';
import { changeSubscriptions, subscriptionTo } from '../../../../browser/feed-client/subscriptions.ts';
import { registerContentScript, injectIntoOpenTabs } from '../../../../browser/host-access/content-script.ts';
import { makeKey } from '../../../builders/feed.ts';
import { emptyUserDb } from '../../../builders/user-db.ts';

describe('the content script is registered', () => {
  const registered = vi.fn<(matches?: string[]) => void>();
  const queried = vi.fn(() => Promise.resolve([]));
  const storeProductHosts = async (hosts: string[]) => {
    const db = await openDatabase();
    await setActive({ generation: 1, extension: '1' }, db);
    await db.put('productHosts', hosts, 1);
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
    expect(queried).toHaveBeenCalledExactlyOnceWith({ url: ['https://oven.example/*'] });
  });
});
