import { githubForkOf, hasLock, headerTexts, isAbout, metaOf, pathOf, textOf } from './github-page.ts';
import type { PageFacts } from './site.ts';

const maxEmbeddedLength = 3_000_000;
const maxVersionLength = 40;
const sidebar = ':is(.BorderGrid, [class*="SidebarSection-module"])';
const sidebarLinks = `${sidebar} a:is([href*="ov-file"], [href*="readme" i], [href*="/blob/"])`;

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

/** The latest release's version as the About column of a repository shows it. */
function latestInSidebar(page: Document, path: string): string | undefined {
  const link = page.querySelector(`${sidebar} a[href*="/releases/tag/"]`);
  return link && /\bLatest\b/.test(textOf(link)) ? versionIn(link, path) : undefined;
}

/** The version of the release that the list of releases marks as the latest. */
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
 * What the data of GitHub's own script says of a repository (`/owner/name`, lower case). It stays that of the page loaded first,
 * changes without notice, and is parsed only where it says one of the two at all.
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
