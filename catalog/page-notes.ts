import type { OnPage } from './on-page.ts';
import { normalizePageId, pageName, purlType } from './page-id.ts';
import { lastName, liesOn, placesOf } from './places.ts';
import type { Tool } from './tool-schema.ts';

/**
 * What is true of one page of a tool and not of the others: that it is a former page, or that the version or license stated
 * there need not be the one in our entry.
 */
export type PageNotes = { former?: { from: string; to: string }; ownVersion?: true; ownLicense?: true };

/** The notes of one page of a tool, by normalized page id; most pages have none. */
export function notesOfPage(tool: OnPage, page: string): PageNotes {
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
  const { ofVersion, ofLicense, hasNpm } = placesOf(tool);
  const isMain = isMainPage(tool, page, kind);
  // Beside an npm package, a Python package mostly has its own version numbers.
  const isOtherPackage = kind === 'pkg:pypi' && hasNpm;
  const sharesVersion = isNumberedBy(tool, page) || liesOn(ofVersion, page) || (isMain && !isOtherPackage);
  // A variant states what is true of its own pages.
  const isStated = tool.variant?.name !== undefined && !tool.withheld?.includes('license');
  const sharesLicense = liesOn(ofLicense, page) || isMain || isStated;
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

/** Whether a page is the package whose version numbers the tool has, or the repository of that name. */
function isNumberedBy({ facts }: Tool, page: string): boolean {
  const stated = facts.version?.package;
  if (!stated) return false;
  const isItsRepository = purlType(page) === 'pkg:github' && lastName(page) === lastName(stated);
  return normalizePageId(stated) === page || isItsRepository;
}

// Where our version is the tag of one part, `rust-v0.0.40`, the plain tags of that repository belong to something else.
function isPartTag(tool: Tool, page: string, kind: string): boolean {
  const whole = ['release', lastName(page)];
  return kind === 'pkg:github' && placesOf(tool).parts.some((part) => !whole.includes(part));
}
