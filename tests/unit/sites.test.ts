import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import reservedNames from 'github-reserved-names/reserved-names.json';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../sites/address.ts';
import { github } from '../../sites/github.ts';
import { matches, pageIds, siteOf, sites } from '../../sites/index.ts';
import type { Anchor, Examples, Site } from '../../sites/site.ts';

// A new site's file is found here by itself, with its examples.
const modules = import.meta.glob<Record<string, unknown>>('../../sites/*.ts', { eager: true });
const lists = Object.entries(modules).flatMap(([path, module]) => {
  const name = Object.keys(module).find((key) => key.endsWith('Examples'));
  const site = Object.values(module).find((value) => (value as Site | undefined)?.anchors) as
    Site | undefined;
  const folder = /(\w[\w-]*)\.ts$/.exec(path)![1]!;
  return name ? [{ site, folder, examples: module[name] as Examples }] : [];
});
const rows = lists.flatMap(({ examples }) => Object.entries(examples));

it('every site has a list of examples', () =>
  expect(sites.filter((site) => !lists.some((list) => list.site === site))).toEqual([]));

it('a site on request is no part of what the installation asks for', () => {
  const asked = sites.filter(({ access }) => access === 'required').map(({ host }) => host);
  expect(asked).toEqual(['github.com', 'huggingface.co', 'pypi.org']);
  expect(matches).toEqual(asked.map((host) => `https://${host}/*`));
});

it('no two sites share a host, and none begins with www.', () => {
  const hosts = sites.map(({ host }) => host);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(hosts.filter((host) => readAddress(`https://${host}/`)?.host !== host)).toEqual([]);
});

describe('every site has saved pages, and its anchors find the name on one of them', () => {
  const ofSites = lists.flatMap(({ site, folder }) => (site ? [[site.name, site, folder] as const] : []));
  it.each(ofSites)('%s', (_, { anchors }, folder) => {
    const files = readdirSync(`tests/pages/${folder}`).filter((file) => file.endsWith('.html'));
    const trees = files.map((file) =>
      new DOMParser().parseFromString(
        readFileSync(`tests/pages/${folder}/${file}`, 'utf8').replace(/<(link|script)\b[^>]*>/g, ''),
        'text/html',
      ),
    );
    const finds = ({ selector }: Anchor) =>
      trees.some((tree) => tree.querySelector(selector.replace('.loaded', ''))?.textContent?.trim());
    expect(files).not.toEqual([]);
    expect(anchors.filter((anchor) => !anchor.named && !finds(anchor))).toEqual([]);
  });
});

describe('a host that is a tool’s own and a library of others', () => {
  it.each([
    ['https://ollama.com/', 'ollama.com'],
    ['https://ollama.com/blog/gpt-oss', 'ollama.com'],
    ['https://ollama.com/library', 'ollama.com'],
  ])('%s is the tool’s', (url, id) => expect(pageIds(url)).toContain(id));
  it.each([
    'https://ollama.com/library/gpt-oss',
    'https://ollama.com/library/nobody-knows:7b',
    'https://ollama.com/someone/model',
    'https://ollama.com/someone',
  ])('%s is not', (url) => expect(pageIds(url)).not.toContain('ollama.com'));
});

describe('every example address names what its list says', () => {
  it.each(rows)('%s → %j', (url, ids) => expect(pageIds(url)).toEqual(ids));
});

describe('no site claims what another lists', () => {
  const crossed = sites.flatMap((site) =>
    lists
      .filter((list) => list.site !== site)
      .flatMap(({ examples }) => Object.keys(examples).map((url) => [site.name, url] as const)),
  );
  it.each(crossed)('%s leaves %s alone', (name, url) => expect(siteOf(url)?.name).not.toBe(name));
});

describe('what in an address does not matter', () => {
  const plain = pageIds('https://github.com/axolotl-ai-cloud/axolotl');
  const owner = fc.constantFrom('axolotl-ai-cloud', 'AXOLOTL-AI-CLOUD', 'Axolotl-AI-Cloud');
  const slashes = fc.constantFrom('/', '//', '///');
  const end = fc.constantFrom(
    '',
    '/',
    '//',
    '.git',
    '.git/',
    '/tree/main',
    '/issues/1',
    '?a=b',
    '#readme',
    '/?tab=x#y',
  );
  const host = fc.constantFrom('github.com', 'GitHub.com', 'www.github.com', 'github.com.', 'WWW.GITHUB.COM');
  it('case, slashes, one www., query, fragment, .git and the page below', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('https', 'HTTP'),
        host,
        slashes,
        owner,
        slashes,
        end,
        (scheme, h, a, o, b, e) => {
          expect(pageIds(`${scheme}://${h}${a}${o}${b}axolotl${e}`)).toEqual(plain);
        },
      ),
    ));
});

describe('what never matches', () => {
  it.each([
    'https://github.com.evil.example/axolotl-ai-cloud/axolotl',
    'https://evilgithub.com/axolotl-ai-cloud/axolotl',
    'https://github.com@evil.example/axolotl-ai-cloud/axolotl',
    'https://user:pass@github.com/axolotl-ai-cloud/axolotl',
    'https://github.com:444/axolotl-ai-cloud/axolotl',
    'https://www.www.github.com/axolotl-ai-cloud/axolotl',
    'https://gist.github.com/axolotl-ai-cloud/axolotl',
    'https://gіthub.com/axolotl-ai-cloud/axolotl',
    'chrome-extension://github.com/axolotl-ai-cloud/axolotl',
    'javascript:location="https://github.com/axolotl-ai-cloud/axolotl"',
    'blob:https://github.com/axolotl-ai-cloud/axolotl',
    'github.com/axolotl-ai-cloud/axolotl',
    '',
  ])('%s', (url) => expect(pageIds(url)).not.toContain('pkg:github/axolotl-ai-cloud/axolotl'));
  it('and no text at all makes it throw', () =>
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => Array.isArray(pageIds(text)))));
});

it('every first segment that GitHub keeps for itself is a reserved name', () => {
  const source = readFileSync('sites/github.ts', 'utf8');
  const names = /new Set\(\s*\(([^)]*)\)\.split/.exec(source)![1]!.match(/[a-z-]+/g)!;
  expect(names.filter((name) => !reservedNames.includes(name))).toEqual([]);
  expect(names.map((name) => github.identify([name, 'x']))).toEqual(names.map(() => []));
});

it('every anchor says when it was seen', () => {
  for (const { anchors } of sites) for (const { seen } of anchors) expect(seen).toMatch(/^20\d\d-\d\d$/);
});

it('a host is read without its port only where that is the scheme’s own', () => {
  expect(readAddress('https://github.com:443/a/b')?.host).toBe('github.com');
  expect(readAddress('http://github.com:443/a/b')).toBeUndefined();
});
