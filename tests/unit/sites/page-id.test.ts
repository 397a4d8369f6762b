import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { readToolFiles } from '../../../cli/read-data.ts';
import { isProjectPage, kindOf, pageIds, urlOf } from '../../../sites/index.ts';
import type { Examples } from '../../../sites/site.ts';

const modules = import.meta.glob<Record<string, Examples>>('../../../sites/*.ts', { eager: true });
const examples = Object.values(modules).flatMap((module) =>
  Object.entries(module).flatMap(([name, list]) => (name.endsWith('Examples') ? Object.entries(list) : [])),
);

it.each([
  ['https://github.com/someone/oven', 'repository'],
  ['https://huggingface.co/someone/oven', 'model'],
  ['https://pypi.org/project/oven', 'package'],
  ['https://gitlab.com/gitlab-org/gitlab-runner', 'repository'],
  ['https://codeberg.org/forgejo/forgejo', 'repository'],
  ['https://hub.docker.com/_/postgres', 'image'],
  ['https://marketplace.visualstudio.com/items?itemName=a.b', 'extension'],
  ['https://replicate.com/someone/oven', 'model'],
  ['https://ollama.com/library/gpt-oss', 'model'],
  ['https://huggingface.co/spaces/someone/oven', 'space'],
  ['https://huggingface.co/datasets/someone/oven', 'data-set'],
  ['https://ollama.com/', 'site'],
])('what %s names is a %s', (url, kind) => expect(kindOf(pageIds(url)[0]!)).toBe(kind));

describe('a page that is not one project’s, and a tool’s only if the catalog says so', () => {
  it.each([
    'https://huggingface.co/someone',
    'https://huggingface.co/collections/someone/ovens',
    'https://huggingface.co/blog/ovens',
    'https://github.com/features/actions',
  ])('%s', (url) => expect(pageIds(url).some(isProjectPage)).toBe(false));
  it.each([
    'https://huggingface.co/someone/oven',
    'https://huggingface.co/docs/oven',
    'https://github.com/someone/oven',
    'https://oven.example/docs',
  ])('but not %s', (url) => expect(pageIds(url).some(isProjectPage)).toBe(true));
});

describe('the address of a page id is identified as that page id first', () => {
  const lost = (ids: string[]) =>
    ids.filter((id) => {
      const [first, frontPage] = pageIds(urlOf(id) ?? '');
      return (id.endsWith('/') ? frontPage : first) !== id.toLowerCase();
    });
  it.each(readToolFiles().map(({ id, json }) => [id, json as Tool] as const))(
    'of %s',
    (_, { pages, formerPages = [] }) => expect(lost([...pages, ...formerPages])).toEqual([]),
  );
  it.each(examples)('of what %s names', (_, ids) => expect(lost(ids)).toEqual([]));
  it('a package URL of an unknown type has none', () => expect(urlOf('pkg:deb/debian/oven')).toBeUndefined());
});
