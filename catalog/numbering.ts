import { purlType } from './page-id.ts';

/** How the versions of a package are numbered: by PEP 440, by semver.org, or as plain numbers with dots. */
export type Numbering = 'pep440' | 'semver' | 'plain';

/** The numbering of a package, by its page id; the registry prescribes it, and elsewhere only plain numbers are understood. */
export function numberingOf(page: string | undefined): Numbering {
  const kind = purlType(page ?? '');
  return kind === 'pkg:pypi' ? 'pep440' : kind === 'pkg:npm' ? 'semver' : 'plain';
}

/** Below 0 where `one` comes before `other`, 0 where they are the same version; nothing where either is not so numbered. */
export function compareVersions(numbering: Numbering, one: string, other: string): number | undefined {
  const [a, b] = [one, other].map((version) => orderOf(numbering, version));
  return a && b && compareParts(a, b);
}

/** The version without what only names a build of it: "2.1.0+cu118" is a build of "2.1.0" (PEP 440, semver.org). */
export function withoutBuild(version: string): string {
  return version.replace(/\+.*$/s, '');
}

/** What a version is ordered by, from the most to the least important; numbers come before texts. */
type Order = readonly (number | string)[];

const maxLetters = 100;
// Below and above every number that a version may have, of at most 15 digits.
const [lowest, highest] = [-1, 1e15];

function orderOf(numbering: Numbering, version: string): Order | undefined {
  if (version.length > maxLetters) return undefined;
  const plain = version.trim().replace(/^v(?=\d)/i, '');
  return { pep440: pep440Order, semver: semverOrder, plain: plainOrder }[numbering](plain);
}

// https://semver.org/#spec-item-11
const semverPattern =
  /^(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})(?:-([\da-z-]+(?:\.[\da-z-]+)*))?(?:\+[\da-z-]+(?:\.[\da-z-]+)*)?$/i;

function semverOrder(version: string): Order | undefined {
  const [, major, minor, patch, pre] = semverPattern.exec(version) ?? [];
  if (major === undefined) return undefined;
  const parts = pre?.split('.') ?? [];
  if (parts.some((part) => /^(0\d+|\d{16,})$/.test(part))) return undefined;
  const identifiers = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  // A pre-release comes before its release.
  return [Number(major), Number(minor), Number(patch), ...(pre === undefined ? [1] : [0, ...identifiers])];
}

// https://packaging.python.org/en/latest/specifications/version-specifiers/, appendix: parsing version strings with regular expressions.
const pep440Pattern =
  /^(?:(\d{1,15})!)?(\d{1,15}(?:\.\d{1,15})*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]+(?:[-_.][a-z\d]+)*))?$/i;
const preReleases: Record<string, number> = { a: 0, alpha: 0, b: 1, beta: 1 };
const releaseLength = 12;

function pep440Order(version: string): Order | undefined {
  const found = pep440Pattern.exec(version);
  if (!found) return undefined;
  const [, epoch, release, pre, preNumber, postNumber, post, named, dev, devNumber, local] = found;
  const numbers = release!.split('.').map(Number);
  const hasPost = postNumber !== undefined || post !== undefined;
  // A development release of a version comes even before its alpha releases.
  const preOrder = pre ? (preReleases[pre.toLowerCase()] ?? 2) : dev && !hasPost ? lowest : highest;
  if (numbers.length > releaseLength || /\d{16}/.test(local ?? '')) return undefined;
  return [
    Number(epoch ?? 0),
    ...Array.from({ length: releaseLength }, (_, at) => numbers[at] ?? 0),
    ...[preOrder, Number(preNumber || 0)],
    hasPost ? Number(postNumber ?? (named || 0)) : lowest,
    dev ? Number(devNumber || 0) : highest,
    ...localOrder(local),
  ];
}

// Each part with its kind first, since here texts come before numbers.
function localOrder(local: string | undefined): Order {
  const parts = local?.toLowerCase().split(/[-_.]/) ?? [];
  return parts.flatMap((part) => (/^\d+$/.test(part) ? [1, Number(part)] : [0, part]));
}

function plainOrder(version: string): Order | undefined {
  if (!/^\d{1,15}(\.\d{1,15}){0,11}$/.test(version)) return undefined;
  const numbers = version.split('.').map(Number);
  return Array.from({ length: releaseLength }, (_, at) => numbers[at] ?? 0);
}

function compareParts(one: Order, other: Order): number {
  for (const [at, a] of one.entries()) {
    const b = other[at];
    if (b === undefined) return 1;
    if (a === b) continue;
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
    return a < b ? -1 : 1;
  }
  return one.length < other.length ? -1 : 0;
}
