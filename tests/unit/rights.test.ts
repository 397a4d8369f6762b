import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hostMatcher, originsOf } from '../../browser/host-access/match-patterns.ts';
import { productHosts } from '../../browser/host-access/product-sites.ts';
import { registerContentScript, injectIntoOpenTabs } from '../../browser/host-access/content-script.ts';
import { missingPermissions } from '../../browser/host-access/host-permissions.ts';
import {
  clearRevoked,
  recordRevoked,
  wasRevokedSince,
  revokedHostsKey,
} from '../../browser/host-access/revoked-hosts.ts';

describe('a match pattern lets in', () => {
  it.each([
    ['https://a.example/*', 'a.example', true],
    ['https://a.example/*', 'docs.a.example', false],
    ['https://a.example/*', 'a.example.evil.example', false],
    ['*://a.example/*', 'a.example', true],
    ['http://a.example/*', 'a.example', false],
    ['https://a.example:8443/*', 'a.example', false],
    ['https://a.example/docs/*', 'a.example', false],
    ['https://*.a.example/*', 'a.example', true],
    ['https://*.a.example/*', 'docs.a.example', true],
    ['https://*.a.example/*', 'nota.example', false],
    ['https://*/*', 'a.example', true],
    ['*://*/*', 'a.example', true],
    ['<all_urls>', 'a.example', true],
  ])('%s: %s %s', (pattern, host, is) => expect(hostMatcher([pattern])(host)).toBe(is));
});

describe('the makers’ hosts', () => {
  it('are those of page ids that are host and path, once each, without our sites', () =>
    expect(
      productHosts([
        'pkg:github/someone/oven',
        'oven.example/docs',
        'oven.example',
        'docs.oven.example',
        'github.com/features/oven',
        'gitlab.com/someone/oven',
      ]),
    ).toEqual(['docs.oven.example', 'oven.example']));
  it('are asked for with their www. form where the name has two labels', () => {
    expect(originsOf('oven.example')).toEqual(['https://oven.example/*', 'https://www.oven.example/*']);
    expect(originsOf('docs.oven.example')).toEqual(['https://docs.oven.example/*']);
  });
  it('are asked for where missing, some hundreds at once at most', () => {
    const right = (host: string, isGranted: boolean) => ({
      ...{ name: host, host, isGranted, isNew: false },
      origins: originsOf(host),
    });
    const many = Array.from({ length: 900 }, (_, n) => right(`n${n}.example`, n % 3 === 0));
    expect(missingPermissions(many)).toHaveLength(500);
    expect(missingPermissions(many).some(({ isGranted }) => isGranted)).toBe(false);
  });
});

describe('a right that was taken back', () => {
  beforeEach(() => fakeBrowser.reset());
  const isOut = async (host: string, since: number) =>
    wasRevokedSince((await fakeBrowser.storage.local.get(revokedHostsKey))[revokedHostsKey], host, since);

  it('ends what ran on that host before, and nothing later or elsewhere', async () => {
    await recordRevoked(['https://a.example/*']);
    expect(await isOut('a.example', Date.now() - 1000)).toBe(true);
    expect(await isOut('a.example', Date.now() + 1000)).toBe(false);
    expect(await isOut('b.example', 0)).toBe(false);
  });
  it.each(['https://*/*', '<all_urls>', 'https://*.a.example/*'])('of %s ends all', async (wide) => {
    await recordRevoked([wide]);
    expect(await isOut('b.example', 0)).toBe(true);
  });
  it('is forgotten once it is granted again', async () => {
    await recordRevoked(['https://a.example/*', 'https://b.example/*']);
    await clearRevoked(['https://a.example/*']);
    expect(await isOut('a.example', 0)).toBe(false);
    expect(await isOut('b.example', 0)).toBe(true);
  });
  it.each([undefined, null, 'x', 7, [], { 'a.example': 'never' }])('reads nothing from %j', (stored) =>
    expect(wasRevokedSince(stored, 'a.example', 0)).toBe(false),
  );
});

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
    const feed = { feed: 'f', name: 'F', url: 'https://oven.example/feed', given: key, key, use: 'on' };
    await fakeBrowser.storage.local.set({ feeds: [{ ...feed, seen: { version: 1 } }] });
    await registerContentScript();
    expect(registered).not.toHaveBeenCalled();
  });

  it('and put into open tabs of what was granted now, not of all that is', async () => {
    grant('https://oven.example/*', 'https://docs.oven.example/*');
    await injectIntoOpenTabs(['https://oven.example/*']);
    expect(queried).toHaveBeenCalledExactlyOnceWith({ url: ['https://oven.example/*'] });
  });
});
