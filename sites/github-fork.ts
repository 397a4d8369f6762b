import { isAbout, metaOf, pathOf, textOf } from './github-page.ts';

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
