import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { originsOf } from '../../../../browser/host-access/match-patterns.ts';
import { productHosts } from '../../../../browser/host-access/product-hosts.ts';
import * as bundled from '../../../../browser/catalog-db/bundled-catalog.ts';
import * as productSites from '../../../../browser/host-access/product-sites.ts';
import {
  missingPermissions,
  readHostPermissions,
  requestPermissions,
} from '../../../../browser/host-access/host-permissions.ts';

describe('product hosts', () => {
  it('come from page ids that are host and path, once each, without our sites', () =>
    expect(
      productHosts([
        ['pkg:github/someone/oven', {}],
        ['oven.example/docs', {}],
        ['oven.example', {}],
        ['docs.oven.example', {}],
        ['github.com/features/oven', {}],
        ['gitlab.com/someone/oven', {}],
      ]),
    ).toEqual([{ host: 'docs.oven.example' }, { host: 'oven.example' }]));
  it('say which feed names them, if no other catalog does', () =>
    expect(
      productHosts([
        ['bank.example', { from: 'Acme' }],
        ['oven.example', { from: 'Acme' }],
        ['oven.example/docs', { from: undefined }],
        ['pan.example', {}],
        ['pan.example/docs', { from: 'Acme' }],
      ]),
    ).toEqual([{ host: 'bank.example', from: 'Acme' }, { host: 'oven.example' }, { host: 'pan.example' }]));
  it.each([
    'foo.999',
    'foo.0x1',
    '999.999',
    '256.1.1.1',
    '1.2.3',
    '[::1]',
    'single',
    'oven.example.',
    '.oven.example',
    'a..b',
    '*.example',
    '*',
    '<all_urls>',
    `${'x'.repeat(64)}.example`,
    `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example`,
    '-oven.example',
    'oven-.example',
    'oven.example:8443',
    'me@oven.example',
    'Oven.example',
    'öfen.example',
    'ov%65n.example',
    'o en.example',
    '',
  ])('leave out what is no host: %s', (host) => expect(productHosts([[`${host}/docs`, {}]])).toEqual([]));
  it.each(['oven.example', 'a_b.oven.example', 'xn--fen-sna.example', '1.example', '127.0.0.1', 'foo.1a'])(
    'keep %s',
    (host) => expect(productHosts([[host, {}]])).toEqual([{ host }]),
  );
  it('include the www. form where the name has two labels', () => {
    expect(originsOf('oven.example')).toEqual(['https://oven.example/*', 'https://www.oven.example/*']);
    expect(originsOf('docs.oven.example')).toEqual(['https://docs.oven.example/*']);
  });
  it('are requested where missing, at most 500 at once', () => {
    const permission = (host: string, isGranted: boolean) => ({
      ...{ name: host, host, isGranted, isNew: false },
      origins: originsOf(host),
    });
    const many = Array.from({ length: 900 }, (_, n) => permission(`n${n}.example`, n % 3 === 0));
    expect(missingPermissions(many)).toHaveLength(500);
    expect(missingPermissions(many).some(({ isGranted }) => isGranted)).toBe(false);
  });

  describe('are requested', () => {
    const hosts = ['n1.example', 'n2.example', 'n3.example'].map((host) => ({
      ...{ name: host, host, isGranted: false, isNew: false },
      origins: [`https://${host}/*`],
    }));
    const reject = (bad: string) => {
      const requests: string[][] = [];
      const answer = ({ origins = [] }: { origins?: string[] }) =>
        origins.some((origin) => origin.includes(bad))
          ? Promise.reject(new Error('Invalid host.'))
          : Promise.resolve(true);
      Object.assign(fakeBrowser.permissions, {
        contains: answer,
        request: (what: { origins: string[] }) => (requests.push(what.origins), answer(what)),
      });
      return requests;
    };
    it('without those that the browser rejects', async () => {
      const requests = reject('n2');
      expect(await requestPermissions(hosts)).toBe(true);
      expect(requests.at(-1)).toEqual(['https://n1.example/*', 'https://n3.example/*']);
      expect(requests).toHaveLength(2);
    });
    it('and a rejection of all is told', async () => {
      reject('example');
      await expect(requestPermissions(hosts)).rejects.toThrow('Invalid host.');
    });
  });
  it('are not new where the bundled catalog has them as a page or a former page', async () => {
    const tools = [
      { pages: ['oven.example'], formerPages: ['old.oven.example/docs'] },
      { pages: ['pan.example'] },
    ];
    vi.spyOn(bundled, 'bundledCatalog').mockResolvedValue({ tools } as never);
    expect(await productSites.bundledProductHosts()).toEqual(
      ['old.oven.example', 'oven.example', 'pan.example'].map((host) => ({ host })),
    );
  });
  it('of feeds are a group of their own', async () => {
    const ofFeed = { host: 'bank.example', from: 'Acme' };
    vi.spyOn(productSites, 'readProductHosts').mockResolvedValue([
      ofFeed,
      { host: 'oven.example', from: 'Acme' },
    ]);
    vi.spyOn(productSites, 'bundledProductHosts').mockResolvedValue([{ host: 'oven.example' }]);
    Object.assign(fakeBrowser.permissions, { getAll: () => Promise.resolve({ origins: [] }) });
    const { products, ofFeeds } = await readHostPermissions();
    expect(products.map(({ host, from }) => [host, from])).toEqual([['oven.example', undefined]]);
    expect(ofFeeds).toMatchObject([{ ...ofFeed, isNew: true, isGranted: false }]);
  });
});
