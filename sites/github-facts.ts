import { embeddedRepository } from './github-embedded.ts';
import { githubForkOf } from './github-fork.ts';
import { hasLock, headerTexts, isAbout, metaOf, textOf } from './github-page.ts';
import { latestInList, latestInSidebar } from './github-release.ts';
import type { PageFacts } from './site.ts';

const sidebarLinks =
  ':is(.BorderGrid, [class*="SidebarSection-module"]) a:is([href*="ov-file"], [href*="readme" i], [href*="/blob/"])';

/**
 * What a page of a repository states (signs and doubts: docs/page-facts.md); nothing where the page names another repository, as it
 * does amid a soft navigation.
 */
export function githubFacts(page: Document, [owner, repository, section, ...deeper]: string[]): PageFacts {
  const name = repository?.replace(/\.git$/, '');
  const path = `/${owner}/${name}`;
  if (!owner || !name || !isAbout(page, path)) return {};
  const labels = headerTexts(page, '.Label');
  const embedded = embeddedRepository(page, path);
  const version = section
    ? section === 'releases' && deeper.length === 0 && latestInList(page, path)
    : latestInSidebar(page, path);
  const license = !section && licenseLabel(page);
  const forkOf = githubForkOf(page, [owner, name]);
  const archived = embedded.isArchived || labels.some((text) => / archive$/i.test(text)) || hasBanner(page);
  const isPrivate =
    embedded.isPrivate ||
    labels.some((text) => /^(private|internal)\b/i.test(text)) ||
    metaOf(page, path, 'public') === 'false' ||
    hasLock(page);
  return {
    ...(version && { version }),
    ...(license && { license }),
    ...(archived && { archived }),
    ...(forkOf && { forkOf }),
    ...(isPrivate && { isPrivate }),
  };
}

function licenseLabel(page: Document): string | undefined {
  return [...page.querySelectorAll(sidebarLinks)]
    .slice(0, 20)
    .map(textOf)
    .find((text) => /^[\w.+, -]{2,50} licenses?( found)?$/i.test(text));
}

// Every page carries a warning of this class about other tabs, and some carry more; only the text tells.
function hasBanner(page: Document): boolean {
  const texts = [...page.querySelectorAll('.flash-warn')].slice(0, 10).map(textOf);
  return texts.some((text) => /^This repository (was|has been) archived\b/.test(text));
}
