import { pathOf, textOf } from './github-page.ts';

const longest = 40;
const sidebar = ':is(.BorderGrid, [class*="SidebarSection-module"])';

/** The latest release's version as the About column of a repository shows it. */
export function latestInSidebar(page: Document, path: string): string | undefined {
  const link = page.querySelector(`${sidebar} a[href*="/releases/tag/"]`);
  return link && /\bLatest\b/.test(textOf(link)) ? versionIn(link, path) : undefined;
}

/** The version of the release that the list of releases marks as the latest. */
export function latestInList(page: Document, path: string): string | undefined {
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
  return version && isOwn && version.length <= longest ? version : undefined;
}

function tagIn(link: Element, start: number): string {
  const written = (link.getAttribute('href') ?? '').replace(/^https:\/\/github\.com/, '').slice(start);
  try {
    return decodeURIComponent(written.replace(/[?#].*$/, ''));
  } catch {
    return '';
  }
}
