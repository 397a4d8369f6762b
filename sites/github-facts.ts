import { githubForkOf, hasLock, headerTexts, isAbout, metaOf, pathOf, textOf } from './github-page.ts';
import type { PageFacts } from './site.ts';

const maxEmbeddedLength = 3_000_000;
const maxVersionLength = 40;
const sidebar = ':is(.BorderGrid, [class*="SidebarSection-module"])';
const sidebarLinks = `${sidebar} a:is([href*="ov-file"], [href*="readme" i], [href*="/blob/"])`;

/**
 * What a page of a repository states (how each fact is recognized: docs/page-facts.md); nothing if the page names another
 * repository, as during a soft navigation.
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
  const isEmpty = !section && isBlank(page);
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
    ...(isEmpty && { warning: 'empty' as const }),
    ...(forkOf && { forkOf }),
    ...(isPrivate && { isPrivate }),
  };
}

// Shown to whoever may not push; the others get instructions (seen 2025-07).
function isBlank(page: Document): boolean {
  const heading = page.querySelector('main .blankslate-heading, main .blankslate h3');
  return Boolean(heading && /^This repository is empty\.?$/.test(textOf(heading)));
}

function licenseLabel(page: Document): string | undefined {
  return [...page.querySelectorAll(sidebarLinks)]
    .slice(0, 20)
    .map(textOf)
    .find((text) => /^[\w.+, -]{2,50} licenses?( found)?$/i.test(text));
}

// Other warnings have this class too, such as one about other tabs on every page, so the text decides (seen 2026-08).
function hasBanner(page: Document): boolean {
  const texts = [...page.querySelectorAll('.flash-warn')].slice(0, 10).map(textOf);
  return texts.some((text) => /^This repository (was|has been) archived\b/.test(text));
}

/** The version of the latest release, as shown in the About column of a repository. */
function latestInSidebar(page: Document, path: string): string | undefined {
  const link = page.querySelector(`${sidebar} a[href*="/releases/tag/"]`);
  return link && /\bLatest\b/.test(textOf(link)) ? versionIn(link, path) : undefined;
}

/** The version of the release that the list of releases labels “Latest”. */
function latestInList(page: Document, path: string): string | undefined {
  const label = [...page.querySelectorAll('main .Label--success')]
    .slice(0, 10)
    .find((each) => textOf(each) === 'Latest');
  const link = label?.closest('section, .Box')?.querySelector('a[href*="/releases/tag/"]');
  return link ? versionIn(link, path) : undefined;
}

/** The version that a link's tag names; nothing for a tag of another part of the repository, such as `sdk-v1.2`. */
function versionIn(link: Element, path: string): string | undefined {
  const start = `${path}/releases/tag/`;
  if (!pathOf(link).startsWith(start)) return undefined;
  const [, prefix = '', version] =
    /^(?:(\D.*?)(?:==|[-_@/]))?(v?\d.*)$/i.exec(tagIn(link, start.length)) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isOwn = ['', 'release', 'version', name].includes(prefix.toLowerCase().replace(/^@[^/]+\//, ''));
  return version && isOwn && version.length <= maxVersionLength ? version : undefined;
}

function tagIn(link: Element, start: number): string {
  const written = (link.getAttribute('href') ?? '').replace(/^https:\/\/github\.com/, '').slice(start);
  try {
    return decodeURIComponent(written.replace(/[?#].*$/, ''));
  } catch {
    return '';
  }
}

type Embedded = { isArchived?: boolean; isPrivate?: boolean };

/**
 * What the embedded data of GitHub's own script states about a repository (`/owner/name`, lower case). After a soft navigation it
 * is still that of the page loaded first, and it is parsed only if it contains one of the two flags.
 */
function embeddedRepository(page: Document, path: string): Embedded {
  const app = page.querySelector('react-app[app-name="code-view"]');
  if (app?.getAttribute('initial-path')?.toLowerCase() !== path) return {};
  const text = app.querySelector('script[data-target="react-app.embeddedData"]')?.textContent ?? '';
  if (text.length > maxEmbeddedLength || !/"(isArchived|isPrivate|private)": ?true/.test(text)) return {};
  try {
    const { payload } = JSON.parse(text) as { payload?: Record<string, { repo?: Record<string, unknown> }> };
    const layout = payload?.codeViewLayoutRoute?.repo;
    const about = payload?.sidebarAbout?.repo;
    if (`/${String(layout?.ownerLogin)}/${String(layout?.name)}`.toLowerCase() !== path) return {};
    return {
      isArchived: about?.isArchived === true,
      isPrivate: about?.isPrivate === true || layout?.private === true,
    };
  } catch {
    return {};
  }
}
