const header = '#repository-container-header';
const breadcrumbs = '.GlobalNav nav:is([aria-label="Breadcrumbs"], [data-component="Breadcrumbs"])';

/** Whether the repository that a page of GitHub names, in its header or else in its head, is this one (`/owner/name`, lower case). */
export function isAbout(page: Document, path: string): boolean {
  const link =
    page.querySelector(`${header} strong[itemprop="name"] a`) ??
    page.querySelector(`${breadcrumbs} li:last-child a`);
  return link ? pathOf(link) === path : Boolean(metaOf(page, path, 'nwo'));
}

/** A meta of GitHub's about the repository; after a soft navigation they may still be another's, and then there is none. */
export function metaOf(page: Document, path: string, name: string): string | undefined {
  const read = (key: string) =>
    page.head?.querySelector(`meta[name="octolytics-dimension-repository_${key}"]`)?.getAttribute('content');
  return read('nwo')?.toLowerCase() === path.slice(1) ? (read(name) ?? undefined) : undefined;
}

/** The path that a link of the page leads to, lower case, as it stands there. */
export function pathOf(link: Element): string {
  return (link.getAttribute('href') ?? '').replace(/^https:\/\/github\.com/, '').toLowerCase();
}

/** The texts of the first few elements that match in the header of the repository. */
export function headerTexts(page: Document, selector: string): string[] {
  return [...page.querySelectorAll(`${header} ${selector}`)].slice(0, 5).map(textOf);
}

/** The text of a small element, its white space as one sees it. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').slice(0, 300).replace(/\s+/g, ' ').trim();
}

/** Whether a lock stands before the name in the signed-in header. */
export function hasLock(page: Document): boolean {
  return Boolean(page.querySelector(`${breadcrumbs} .octicon-lock`));
}

/** The page id, lower case, of what a repository was forked from; nothing where the page names no parent, or is about another repository. */
export function githubForkOf(page: Document, [owner, repository]: string[]): string | undefined {
  const path = `/${owner}/${repository?.replace(/\.git$/, '')}`;
  const parent = inHead(page, path) ?? inHeader(page, path);
  const isName = parent && /^[a-z\d][a-z\d_-]{0,38}\/[\w.-]{1,100}$/.test(parent);
  return isName && `/${parent}` !== path ? `pkg:github/${parent}` : undefined;
}

function inHead(page: Document, path: string): string | undefined {
  if (metaOf(page, path, 'is_fork') !== 'true') return undefined;
  return metaOf(page, path, 'parent_nwo')?.toLowerCase();
}

function inHeader(page: Document, path: string): string | undefined {
  if (!isAbout(page, path)) return undefined;
  const link = page.querySelector('#repository-container-header a[data-hovercard-type="repository"]');
  const says = link?.parentElement && /^forked from /i.test(textOf(link.parentElement));
  return says ? pathOf(link).slice(1) : undefined;
}
