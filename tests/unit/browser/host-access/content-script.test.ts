import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerContentScript, injectIntoOpenTabs } from '../../../../browser/host-access/content-script.ts';

describe('marks are registered', () => {
  const registered = vi.fn<(matches?: string[]) => void>();
  const queried = vi.fn(() => Promise.resolve([]));
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
    await fakeBrowser.storage.local.set({ productHosts: ['docs.oven.example', 'oven.example'] });
  });

  it.each<[string, string[], string[] | undefined]>([
    ['on no host of the manifest', ['https://github.com/*'], undefined],
    ['on the one host that was granted', ['https://oven.example/*'], ['https://oven.example/*']],
    ['on a www. form only where granted', ['https://www.oven.example/*'], ['https://www.oven.example/*']],
    ['on a site on request', ['https://gitlab.com/*'], ['https://gitlab.com/*']],
    ['on no host that is no tool’s', ['https://bank.example/*'], undefined],
    [
      'on tools’ hosts alone under a wider right',
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

  it('by the wide right itself where it meets more tools’ hosts than a browser compares quickly', async () => {
    const makers = Array.from({ length: 2_000 }, (_, n) => `n${n}.example`);
    await fakeBrowser.storage.local.set({ productHosts: makers });
    grant('https://*/*');
    await registerContentScript();
    expect(registered).toHaveBeenCalledExactlyOnceWith(['https://*/*']);
  });

  it('on no host that was granted to fetch a feed from', async () => {
    grant('https://oven.example/*');
    const key = 'k';
    const feed = {
      feed: 'f',
      name: 'F',
      url: 'https://oven.example/feed',
      pinnedKey: key,
      trustedKey: key,
      use: 'on',
    };
    await fakeBrowser.storage.local.set({ feeds: [{ ...feed, highestSeen: { version: 1 } }] });
    await registerContentScript();
    expect(registered).not.toHaveBeenCalled();
  });

  it('and put into open tabs of what was granted now, not of all that is', async () => {
    grant('https://oven.example/*', 'https://docs.oven.example/*');
    await injectIntoOpenTabs(['https://oven.example/*']);
    expect(queried).toHaveBeenCalledExactlyOnceWith({ url: ['https://oven.example/*'] });
  });
});
