import { isAffected, type Advisory } from './affected.ts';
import { compareVersions, numberingOf, type Numbering } from './numbering.ts';
import { own } from './own.ts';
import { normalizePageId, purlType } from './page-id.ts';
import { notesOfPage } from './page-notes.ts';
import { latestVersion } from './staleness.ts';
import type { Tool } from './tool-schema.ts';

/** What is open for one version of a tool; `fixed` is the first version without it, `url` where one can read on. */
export type OpenAdvisory = Pick<Advisory, 'id' | 'kind' | 'severity' | 'summary' | 'package'> & {
  aliases: readonly string[];
  fixed?: string;
  /** Who says otherwise, and what. */
  disputed?: string;
  published: string;
  url?: string;
};

/** A version that a page shows, or that the entry states where `page` is missing. */
export type ShownVersion = { version: string; page?: string | undefined };

const severities = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

/**
 * The advisories that name a version (the latest known one unless it is given), the worst first and none that was withdrawn;
 * nothing where that cannot be told, because a version is not numbered as an advisory's package is.
 */
export function advisoriesOf(
  tool: Tool,
  shown: ShownVersion | undefined = latestShown(tool),
): OpenAdvisory[] | undefined {
  if (!shown) return undefined;
  const current = (tool.advisories ?? []).filter(({ withdrawn }) => !withdrawn);
  const found = current.map((advisory) => ({ advisory, isOpen: isOpenFor(tool, advisory, shown) }));
  const open = found
    .filter(({ isOpen }) => isOpen)
    .map(({ advisory }) => openAdvisory(tool, advisory, shown));
  // One that is surely open is worth saying even beside another of which nobody can tell.
  if (open.length === 0 && found.some(({ isOpen }) => isOpen === undefined)) return undefined;
  return open.sort((a, b) => badness(a) - badness(b) || order(b.published, a.published) || order(a.id, b.id));
}

/** The versions of a tool, or of what one of its pages offers, that were published to do harm; each as it is written. */
export function compromisedVersions(tool: Tool, page?: string): string[] {
  const found = (tool.advisories ?? []).filter(
    (advisory) =>
      advisory.kind === 'malicious' &&
      !advisory.withdrawn &&
      numberingFor(tool, advisory, page) !== undefined,
  );
  return [...new Set(found.flatMap(({ affected }) => affected.flatMap(({ versions = [] }) => versions)))];
}

/** Whether an advisory is serious enough for the badge's card. */
export function isSerious({ kind, severity }: Pick<Advisory, 'kind' | 'severity'>): boolean {
  return kind === 'malicious' || severity === 'critical' || severity === 'high';
}

/** The latest known version, as the entry states it. */
export function latestShown(tool: Tool): ShownVersion | undefined {
  const version = latestVersion(tool);
  return version === undefined ? undefined : { version };
}

function isOpenFor(tool: Tool, advisory: Advisory, { version, page }: ShownVersion): boolean | undefined {
  const numbering = numberingFor(tool, advisory, page);
  return numbering && isAffected(version, advisory.affected, numbering);
}

/**
 * How the versions that an advisory names are numbered, if those of `page` are numbered alike: it is about just that package, or
 * both have the tool's own numbers.
 */
function numberingFor(tool: Tool, advisory: Advisory, page: string | undefined): Numbering | undefined {
  const stated = tool.facts.version?.package;
  const [about, shown, main] = [advisory.package, page, stated].map((id) => id && normalizePageId(id));
  const isOwn = (id: string | undefined) =>
    id === undefined || id === main || !notesOfPage(tool, id).ownVersion;
  const isSame = about !== undefined && about === shown;
  // Two packages of one project may have the same numbers, and still only one of them the fault.
  if (!isSame && isPackage(about) && isPackage(shown)) return undefined;
  return isSame || (isOwn(about) && isOwn(shown)) ? numberingOf(about ?? main ?? shown) : undefined;
}

function isPackage(page: string | undefined): boolean {
  return page !== undefined && ['pkg:pypi', 'pkg:npm'].includes(purlType(page));
}

function openAdvisory(tool: Tool, advisory: Advisory, { version, page }: ShownVersion): OpenAdvisory {
  const { id, aliases = [], kind, severity, summary, disputed, published, affected } = advisory;
  const fixed = firstFixed(version, affected, numberingFor(tool, advisory, page)!);
  const url = addressOf(tool, advisory);
  return {
    ...{ id, aliases, kind, severity, summary, published },
    ...(advisory.package && { package: advisory.package }),
    ...(fixed && { fixed }),
    ...(disputed && { disputed }),
    ...(url && { url }),
  };
}

/** The first version that repairs it, of those above the version that has it. */
function firstFixed(version: string, ranges: Advisory['affected'], numbering: Numbering): string | undefined {
  const later = ranges
    .flatMap(({ fixed }) => fixed ?? [])
    .filter((fixed) => (compareVersions(numbering, version, fixed) ?? 0) < 0);
  return later.sort((a, b) => compareVersions(numbering, a, b) ?? 0)[0];
}

// The databases have a page for each of their ids (https://ossf.github.io/osv-schema/#id-modified-fields).
function addressOf({ sources }: Tool, { id, source }: Advisory): string | undefined {
  if (/^GHSA(-[\da-z]{4}){3}$/.test(id)) return `https://github.com/advisories/${id}`;
  if (/^(MAL|PYSEC)-\d{4}-\d+$/.test(id)) return `https://osv.dev/vulnerability/${id}`;
  if (/^CVE-\d{4}-\d+$/.test(id)) return `https://nvd.nist.gov/vuln/detail/${id}`;
  return [source].flat().flatMap((key) => own(sources, key)?.url ?? [])[0];
}

function badness({ kind, severity }: OpenAdvisory): number {
  return kind === 'malicious' ? -1 : severities.indexOf(severity);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
