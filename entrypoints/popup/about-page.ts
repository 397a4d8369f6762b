import browser from 'webextension-polyfill';
import type { CurrentPage } from '../../browser/tabs.ts';
import { pageName } from '../../catalog/page-id.ts';
import product from '../../product.json' with { type: 'json' };
import { looksPrivate } from '../../sites/address.ts';
import { isProjectPage, kindOf, siteOf } from '../../sites/index.ts';
import type { PageKind } from '../../sites/site.ts';

const kinds: Record<PageKind, string> = {
  repository: 'a repository',
  model: 'a model',
  package: 'a package',
  image: 'an image',
  extension: 'an extension',
  space: 'a space',
  'data-set': 'a data set',
  site: 'a page',
};

/** What kind of page is in the tab, of which the catalog has no tool: a title, and a sentence or two. */
export function aboutPage(page: CurrentPage): [title: string, text: string] {
  const { url, path, host = '', pageIds } = page;
  const search = 'Find a tool';
  if (!url || !path) return [search, unreadable(url)];
  const site = siteOf(url);
  const project = pageIds.find(isProjectPage);
  if (site && project) {
    const what = `This is ${kinds[kindOf(project)]} on ${site.name}.`;
    return ['Not in the catalog', `${what} We don’t cover ${nameOf(project)} yet.`];
  }
  if (site) return [search, `This ${site.name} page isn’t a tool’s page. Search instead:`];
  if (looksPrivate(url)) return [search, 'This page looks private, so no catalog has it. Search instead:'];
  return [search, `No tool in the catalog has its site at ${host}. Search instead:`];
}

function unreadable(url: string | undefined): string {
  if (url?.startsWith(browser.runtime.getURL(''))) return `This is one of ${product.name}’s own pages.`;
  if (url?.startsWith('file:')) return 'This is a file on your computer, not a tool’s page.';
  if (url && /^https?:/.test(url)) return 'This page looks private, so no catalog has it. Search instead:';
  return `This is a page of your browser. ${product.name} can’t read this kind of page.`;
}

// A scope, as in `%40scope/name`, is written with its own letters.
function nameOf(pageId: string): string {
  const name = pageName(pageId);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The address of the page in the tab as a request for a review may hold it: of a project, and nobody has to sign in for it. */
export function publicAddress(
  { url, isPrivate, pageIds }: CurrentPage,
  isPublic: boolean,
): string | undefined {
  if (!url || isPrivate || !isPublic || looksPrivate(url) || !pageIds.some(isProjectPage)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
