/**
 * Whether a page of a site with many projects says that it is about the one in its address (`id`): it has its name in the title,
 * or links to one of its pages. A sign-in form, a challenge and a “not found” that come under that address do neither, as GitHub's
 * single sign-on (seen 2026-11). `idsOf` gives the page ids of an address.
 */
export function namesItself(page: Document, id: string, idsOf: (url: string) => string[]): boolean {
  const name = id.slice(id.indexOf('/') + 1);
  if (page.title.toLowerCase().includes(name.toLowerCase())) return true;
  const links = [...page.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>(linked)].slice(0, maxLinks);
  return links.some(({ href }) => idsOf(href).includes(id));
}

// A link within the page, such as “skip to content”, begins with its own address whatever the page is.
const linked = 'a[href]:not([href^="#"], [href^="?"], [href=""]), link[rel="canonical"]';
const maxLinks = 500;
