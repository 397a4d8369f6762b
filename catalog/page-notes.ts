import { normalizePageId, pageName, purlType } from './page-id.ts';
import type { Tool } from './tool-schema.ts';

/**
 * What is true of one page of a tool and not of the others: that it is a former page, or that the version or license stated
 * there need not be the one in our entry.
 */
export type PageNotes = { former?: { from: string; to: string }; ownVersion?: true; ownLicense?: true };

// Where the sources of a page's facts lie, for the types of page that state a version or a license.
const addresses: Record<string, string[]> = {
  'pkg:github': ['github.com/', 'raw.githubusercontent.com/'],
  'pkg:huggingface': ['huggingface.co/'],
  'pkg:pypi': ['pypi.org/project/'],
};

/** The notes of one page of a tool, by normalized page id; most pages have none. */
export function notesOfPage(tool: Tool, page: string): PageNotes {
  const kind = purlType(page);
  const former = tool.formerPages?.find((each) => normalizePageId(each) === page);
  if (!kind) return {};
  if (former) {
    const to = tool.pages.find((each) => purlType(each) === kind);
    return {
      former: { from: pageName(former), to: to ? pageName(to) : tool.name },
      ownVersion: true,
      ownLicense: true,
    };
  }
  const { version, license } = tool.facts;
  const isMain = isMainPage(tool, page, kind);
  const sharesVersion =
    isSource(version?.source, tool, page) ||
    namesVersion(tool, page) ||
    (isMain && !isOtherPackage(tool, kind));
  const sharesLicense = isSource(license.source, tool, page) || isMain;
  return {
    // Model pages state no version, so the note would be useless.
    ...(kind !== 'pkg:huggingface' &&
      (!sharesVersion || isPartTag(tool, page, kind)) && { ownVersion: true as const }),
    ...(!sharesLicense && { ownLicense: true as const }),
  };
}

/** Whether a page represents the whole tool: its only repository, the package of that name, or its only model if it has no repository. */
function isMainPage({ pages }: Tool, page: string, kind: string): boolean {
  const repositories = pages.filter((each) => purlType(each) === 'pkg:github');
  if (kind === 'pkg:github') return repositories.length === 1;
  if (kind === 'pkg:pypi') return repositories.length === 1 && lastName(repositories[0]!) === lastName(page);
  const sameType = pages.filter((each) => purlType(each) === kind);
  return kind === 'pkg:huggingface' && repositories.length === 0 && sameType.length === 1;
}

// Beside an npm package, a Python package mostly has its own version numbers.
function isOtherPackage(tool: Tool, kind: string): boolean {
  return (
    kind === 'pkg:pypi' && sourcesOf(tool.facts.version?.source, tool).some(({ url }) => /\bnpm\b/.test(url))
  );
}

// Where our version is the tag of one part, `rust-v0.0.40`, the plain tags of that repository belong to something else.
function isPartTag(tool: Tool, page: string, kind: string): boolean {
  if (kind !== 'pkg:github') return false;
  return versionSources(tool).some(({ title }) => {
    const [, part] = /\b([a-z]+)-v?\d+\.\d/i.exec(title) ?? [];
    return part !== undefined && !['release', lastName(page)].includes(part.toLowerCase());
  });
}

/** Whether a source of a fact lies on this page. */
function isSource(keys: string | string[] | undefined, tool: Tool, page: string): boolean {
  return sourcesOf(keys, tool).some(({ url }) => liesOn(url, page));
}

/** Whether a source on this page names the reviewed or the latest version. */
function namesVersion(tool: Tool, page: string): boolean {
  return versionSources(tool).some(({ url }) => liesOn(url, page));
}

function versionSources({ review, facts, sources }: Tool): Tool['sources'][string][] {
  const versions = [review?.version, facts.version?.value];
  return Object.values(sources).filter(({ version }) => version && versions.includes(version));
}

function sourcesOf(keys: string | string[] | undefined, tool: Tool): Tool['sources'][string][] {
  return [keys ?? []].flat().flatMap((key) => tool.sources[key] ?? []);
}

function liesOn(url: string, page: string): boolean {
  const place = normalizePageId(url).replace(/^https:\/\/(www\.)?/, '');
  return (addresses[purlType(page)] ?? []).some((start) => {
    const whole = start + pageName(page);
    return place === whole || ['/', '?', '#'].some((next) => place.startsWith(whole + next));
  });
}

function lastName(page: string): string {
  return normalizePageId(page.slice(page.lastIndexOf('/') + 1)).replace(/[-_.]+/g, '-');
}
