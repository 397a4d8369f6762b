import { describe, expect, it } from 'vitest';
import { findTool, pagesOf } from '../../../catalog/page-id.ts';
import { authoredTool } from '../../../catalog/tool-schema.ts';
import { readToolFiles } from '../../../cli/read-data.ts';
import { kindOf, pageIds, sites, urlOf } from '../../../sites/index.ts';
import { lists } from '../../builders/site-examples.ts';

const known = lists.flatMap(({ site, examples }) =>
  site ? Object.entries(examples).filter(([url, ids]) => ids.length > 0 && URL.canParse(url)) : [],
);
const changed = (url: string, change: (url: URL) => void) => {
  const copy = new URL(url);
  change(copy);
  return copy.href;
};
const withHost = (url: string, host: (host: string) => string) =>
  url.replace(/^(https?:\/\/)([^/?#]+)/, (_, scheme: string, name: string) => scheme + host(name));

/** The same address in forms that people and links write. */
const sameForms: Record<string, (url: string) => string> = {
  'http://': (url) => url.replace(/^https:/, 'http:'),
  'the host in capitals': (url) => withHost(url, (host) => host.toUpperCase()),
  'the root of the domain': (url) => withHost(url, (host) => host.replace(/\.?$/, '.')),
  'the port of the scheme': (url) =>
    url.startsWith('https:') ? withHost(url, (host) => `${host}:443`) : url,
  'double slashes': (url) => changed(url, (to) => (to.pathname = to.pathname.replaceAll('/', '//'))),
  'one more slash': (url) => changed(url, (to) => (to.pathname += '/')),
  'a campaign and a fragment': (url) =>
    changed(url, (to) => {
      to.searchParams.append('utm_source', 'x');
      to.hash = 'readme';
    }),
  'an encoded letter': (url) =>
    changed(url, (to) => {
      if (!to.pathname.includes('%'))
        to.pathname = to.pathname.replace(
          /[a-z](?=[^/]*\/*$)/,
          (letter) => `%${letter.charCodeAt(0).toString(16)}`,
        );
    }),
};

/** Addresses that only look like it. */
const otherPages: Record<string, (url: string) => string> = {
  'below another domain': (url) => withHost(url, (host) => `${host.replace(/\.$/, '')}.evil.example`),
  'another host that ends so': (url) => withHost(url, (host) => `evil${host.replace(/^www\./, '')}`),
  'a host below it': (url) => withHost(url, (host) => `evil.${host.replace(/^www\./, '')}`),
  'www. twice': (url) => withHost(url, (host) => `www.www.${host.replace(/^www\./, '')}`),
  'another port': (url) => withHost(url, (host) => `${host}:8443`),
  userinfo: (url) => withHost(url, (host) => `someone@${host}`),
  'its host as userinfo': (url) => withHost(url, (host) => `${host}@evil.example`),
  'another scheme': (url) => url.replace(/^https?:/, 'ftp:'),
  'inside another path': (url) => url.replace(/^https?:\//, 'https://evil.example'),
  'inside a query': (url) => `https://evil.example/?to=${url}`,
};

describe('every example of a site names the same pages', () => {
  it.each(Object.entries(sameForms))('with %s', (_, form) => {
    const wrong = known.filter(([url, ids]) => pageIds(form(url)).join() !== ids.join());
    expect(wrong.map(([url]) => form(url))).toEqual([]);
  });
});

describe('no example of a site names its pages', () => {
  it.each(Object.entries(otherPages))('%s', (_, form) => {
    const wrong = known.filter(([url, ids]) => pageIds(form(url)).some((id) => ids.includes(id)));
    expect(wrong.map(([url]) => form(url))).toEqual([]);
  });
});

// First segments that nearly every site has for itself; on none of ours may they be a package, an extension or an image.
const ownPages = (
  'about account admin api blog contact dashboard docs explore help legal login logout notifications org ' +
  'orgs policies pricing privacy search security settings signin signup sitemap.xml stats status support terms user users'
).split(' ');

describe('a site’s own pages are nobody’s package, extension or image', () => {
  const registries = sites.filter(
    ({ group, access }) => access !== 'none' && ['packages', 'extensions', 'images'].includes(group),
  );
  it.each(registries.map((site) => [site.host, site] as const))('%s', (_, { identify }) => {
    const claimed = ownPages.flatMap((own) => [
      ...identify([own], new URLSearchParams('q=ollama'), [own]),
      ...identify([own, 'x'], undefined, [own, 'x']),
    ]);
    expect(claimed).toEqual([]);
  });
});

describe('the catalog’s packages, extensions and images', () => {
  const tools = readToolFiles().map(({ json }) => authoredTool.parse(json));
  const pages = pagesOf(tools);
  const rows = tools.flatMap(({ id, pages: own }) =>
    own.flatMap((page) =>
      ['package', 'extension', 'image'].includes(kindOf(page)) ? [[page, id] as const] : [],
    ),
  );
  it('are many', () => expect(rows.length).toBeGreaterThan(500));
  it('lead to their tool from the address with a subpage, a query and www.', () => {
    const wrong = rows.filter(([page, tool]) => {
      const url = urlOf(page)!;
      const forms = [
        url,
        `${url}?tab=versions`,
        `${url}#readme`,
        url.replace('https://', 'http://www.').replace('www.www.', 'www.'),
      ];
      return forms.some((form) => findTool(pageIds(form.replace(/\?(.*)\?/, '?$1&')), pages)?.tool !== tool);
    });
    expect(wrong).toEqual([]);
  });
});
