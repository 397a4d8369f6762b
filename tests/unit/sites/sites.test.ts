import { readFileSync } from 'node:fs';
import reservedNames from 'github-reserved-names/reserved-names.json';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../sites/address.ts';
import { github } from '../../../sites/github.ts';
import { pageIds, sites } from '../../../sites/index.ts';
import { pageOn } from '../../../sites/page.ts';
import { matches, requiredSites } from '../../../sites/required.ts';

it('an optional site is not among the permissions at installation', () => {
  const required = sites.filter(({ access }) => access === 'required').map(({ host }) => host);
  expect(required).toEqual(['github.com', 'huggingface.co', 'pypi.org']);
  expect(requiredSites.map(({ host }) => host)).toEqual(required);
  expect(matches).toEqual(required.map((host) => `https://${host}/*`));
});

it.each(sites.filter(({ access }) => access === 'optional').map(({ host }) => host))(
  'the script of the required sites knows nothing of %s',
  (host) => expect(pageOn(requiredSites, `https://${host}/owner/name`).ids).toEqual([]),
);

it('no two sites share a host, and none begins with www.', () => {
  const hosts = sites.map(({ host }) => host);
  expect(new Set(hosts).size).toBe(hosts.length);
  expect(hosts.filter((host) => readAddress(`https://${host}/`)?.host !== host)).toEqual([]);
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

it('every first segment that GitHub reserves is a reserved name', () => {
  const source = readFileSync('sites/github.ts', 'utf8');
  const names = /new Set\(\s*\(([^)]*)\)\.split/.exec(source)![1]!.match(/[a-z-]+/g)!;
  expect(names.filter((name) => !reservedNames.includes(name))).toEqual([]);
  // GitHub's own products have pages there, which are nobody's repository either.
  const repositories = names
    .flatMap((name) => github.identify([name, 'x']))
    .filter((id) => id.startsWith('pkg:'));
  expect(repositories).toEqual([]);
});

describe('a host with the pages of several projects', () => {
  const pages = new Map([
    ['oven.example/', 'oven'],
    ['oven.example/docs', 'oven'],
  ]);
  const toolOf = (url: string) =>
    pageIds(url)
      .map((id) => pages.get(id))
      .find(Boolean);
  it.each([
    'https://oven.example',
    'https://www.oven.example/?utm_source=x#top',
    'https://oven.example/docs/a',
  ])('%s is the tool’s, whose front page is listed alone', (url) => expect(toolOf(url)).toBe('oven'));
  it.each([
    'https://oven.example/kettle',
    'https://oven.example/docs-of-kettle',
    'https://kettle.oven.example/',
  ])('%s is not', (url) => expect(toolOf(url)).toBeUndefined());
});
