import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { findTool, pagesOf } from '../../../catalog/page-id.ts';
import { authoredTool } from '../../../catalog/tool-schema.ts';
import { readToolFiles } from '../../../cli/read-data.ts';
import { homeAnchors } from '../../../sites/homepage.ts';
import { pageIds, siteOf } from '../../../sites/index.ts';
import { pageFacts } from '../../../sites/page-facts.ts';
import { savedPage } from '../../../harness/saved-page.ts';
import { corpus, valuesOf, type PageCase } from '../../pages/corpus.ts';

const tools = readToolFiles().map(({ json }) => authoredTool.parse(json));
const pages = pagesOf(tools);
const nameOf = (id: string | null) => tools.find((tool) => tool.id === id)?.name ?? '';
const rows = corpus.map((each) => [`${each.file} (${each.era}) at ${each.url}`, each] as const);

/** The page as a tree, after React has come alive where it would. */
function treeOf(each: PageCase): Document {
  const html = savedPage(each.file, valuesOf(each, nameOf(each.tool)));
  const page = new new Window({ url: each.url }).DOMParser().parseFromString(html, 'text/html');
  if (html.includes('testPage.hydrate()')) page.querySelector('react-partial')?.classList.add('loaded');
  return page as unknown as Document;
}

/** The element that the first of the site's anchors finds, save for what only a layout can tell. */
function carriesName(page: Document, { url, tool }: PageCase): Element | null {
  for (const { selector, named } of siteOf(url)?.anchors ?? homeAnchors) {
    const found = [...page.querySelectorAll(selector)];
    const says = (element: Element) =>
      named
        ? element.textContent.trim().toLowerCase() === nameOf(tool).toLowerCase()
        : element.textContent.trim();
    const first = named ? found.find(says) : found.slice(0, 1).find(says);
    if (first) return first;
  }
  return null;
}

describe('a page of the corpus', () => {
  it.each(rows)('%s is known by its address', (_, { url, ids, tool }) => {
    expect(pageIds(url)).toEqual(ids);
    expect(findTool(ids, pages)?.tool ?? null).toBe(tool);
  });

  it.each(rows.filter(([, { place }]) => place.wide !== 'none'))(
    '%s carries its name where the row says',
    (_, each) => {
      const page = treeOf(each);
      const selector = /^(?:after|float) (.*)/.exec(each.place.wide)?.[1];
      const expected = selector ? page.querySelector(selector) : null;
      expect(expected === null).toBe(selector === undefined);
      expect(carriesName(page, each)).toBe(expected);
    },
  );

  it.each(rows)('%s states the facts of its row', (_, each) => {
    expect(pageFacts(treeOf(each), each.url)).toEqual(each.facts);
  });
});

it('every saved page of a site is in the corpus', () => {
  const saved = Object.keys(import.meta.glob('../../pages/*/*.html')).map((path) =>
    path.replace('../../pages/', ''),
  );
  const rest = new Set(corpus.map(({ file }) => file));
  expect(saved.filter((file) => !rest.has(file))).toEqual([]);
});

it('every row has the month when its page was seen', () => {
  expect(corpus.filter(({ era }) => !/^20\d\d-(0\d|1[0-2])$/.test(era))).toEqual([]);
});
