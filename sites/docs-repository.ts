import { readAddress } from './address.ts';

// Where generators of documentation put the link to the repository: the header, and “edit this page” of MkDocs Material, Sphinx and
// Docusaurus (seen 2026-11). Links in the text lead anywhere.
const places =
  '.md-header__source a, .wy-breadcrumbs-aside a, a.md-content__button, ' +
  ':is(header, nav, [role="banner"]) a, a.theme-edit-this-page, .edit-this-page a, .edit-link a, link[rel="edit"]';
const maxLinks = 200;

/**
 * The page id of the GitHub repository that a page on GitHub Pages or Read the Docs is built from: one that the page itself links
 * as its repository and whose name is the one in the address. Neither is enough alone: an owner's own site may have a folder
 * named like a repository, a name on Read the Docs belongs to whoever took it first, and a copy links the original.
 */
export function docsRepository(page: Document, url: string): string | undefined {
  const agrees = ruleOf(url);
  if (!agrees) return undefined;
  const links = [...page.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>(places)].slice(0, maxLinks);
  return links.map((link) => repositoryIn(link.getAttribute('href') ?? '')).find((id) => id && agrees(id));
}

/** Whether a page at this address may name that repository as its own, by the address alone. */
export function mayNameRepository(url: string, pageId: string): boolean {
  return Boolean(ruleOf(url)?.(pageId));
}

// A link to the repository, or to a file of it to edit or look at.
function repositoryIn(href: string): string | undefined {
  const [, owner = '', name] =
    /^https:\/\/github\.com\/([a-z\d][a-z\d_-]*)\/([\w.-]+?)(?:\.git)?(?:\/(?:(?:edit|blob|tree)\/.*)?)?$/i.exec(
      href,
    ) ?? [];
  return name && `pkg:github/${owner}/${name}`.toLowerCase();
}

/** Which repositories agree with an address; nothing for a host of neither kind. */
function ruleOf(url: string): ((pageId: string) => boolean) | undefined {
  const { host = '', segments = [] } = readAddress(url) ?? {};
  const [, owner] = /^([a-z\d-]+)\.github\.io$/.exec(host) ?? [];
  if (owner) return (pageId) => pageId === `pkg:github/${owner}/${segments[0]}`;
  const [, slug] = /^([a-z\d-]+)\.readthedocs\.io$/.exec(host) ?? [];
  if (slug && segments[0] !== 'projects')
    return (pageId) =>
      pageId.startsWith('pkg:github/') &&
      pageId.slice(pageId.lastIndexOf('/') + 1).replace(/[_.]+/g, '-') === slug;
  return undefined;
}
