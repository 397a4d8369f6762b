const header = '#repository-container-header';
const breadcrumbs = '.GlobalNav nav:is([aria-label="Breadcrumbs"], [data-component="Breadcrumbs"])';

/** Whether a GitHub page is about this repository (`/owner/name`, lower case), by its header or, without one, its metadata. */
export function isAbout(page: Document, path: string): boolean {
  const link =
    page.querySelector(`${header} strong[itemprop="name"] a`) ??
    page.querySelector(`${breadcrumbs} li:last-child a`);
  return link ? pathOf(link) === path : Boolean(metaOf(page, path, 'nwo'));
}

/** The content of one of GitHub's `meta` elements; nothing if they are about another repository, as after a soft navigation. */
export function metaOf(page: Document, path: string, name: string): string | undefined {
  const content = (key: string) =>
    page.head?.querySelector(`meta[name="octolytics-dimension-repository_${key}"]`)?.getAttribute('content');
  return content('nwo')?.toLowerCase() === path.slice(1) ? (content(name) ?? undefined) : undefined;
}

/** The path of a link, lower case and still encoded. */
export function pathOf(link: Element): string {
  return (link.getAttribute('href') ?? '').replace(/^https:\/\/github\.com/, '').toLowerCase();
}

/** The texts of the first five matching elements in the header of the repository. */
export function headerTexts(page: Document, selector: string): string[] {
  return [...page.querySelectorAll(`${header} ${selector}`)].slice(0, 5).map(textOf);
}

/** The first 300 characters of an element's text, with white space collapsed. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').slice(0, 300).replace(/\s+/g, ' ').trim();
}

/** Whether the signed-in header shows a lock before the name. */
export function hasLock(page: Document): boolean {
  return Boolean(page.querySelector(`${breadcrumbs} .octicon-lock`));
}

const forkMeta = 'meta[name="octolytics-dimension-repository_is_fork"][content="true"]';
const upstreamLink = `${header} a[data-hovercard-type="repository"]`;

/** The page id, lower case, of a fork's upstream repository; nothing if the page does not name it, or is about another repository. */
export function githubForkOf(page: Document, [owner, repository]: string[]): string | undefined {
  // Most pages are of no fork, which is soon asked.
  if (!page.head?.querySelector(forkMeta) && !page.querySelector(upstreamLink)) return undefined;
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
  const link = page.querySelector(upstreamLink);
  const isFork = link?.parentElement && /^forked from /i.test(textOf(link.parentElement));
  return isFork ? pathOf(link).slice(1) : undefined;
}
