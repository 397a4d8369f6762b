import { compareVersions, withoutBuild, type Numbering } from './numbering.ts';
import type { Tool } from './tool-schema.ts';

export type Advisory = NonNullable<Tool['advisories']>[number];
export type AffectedRange = Advisory['affected'][number];

/**
 * Whether an advisory's ranges name a version (https://ossf.github.io/osv-schema/#affectedranges-field); nothing where that cannot
 * be told, because one of the versions is not so numbered or a range has no bounds.
 */
export function isAffected(
  version: string,
  ranges: readonly AffectedRange[],
  numbering: Numbering,
): boolean | undefined {
  const found = ranges.map((range) => isInRange(version, range, numbering));
  if (found.includes(true)) return true;
  return found.includes(undefined) ? undefined : false;
}

function isInRange(
  version: string,
  { introduced, fixed, lastAffected, versions }: AffectedRange,
  numbering: Numbering,
): boolean | undefined {
  const isListed = versions && isOneOf(version, versions, numbering);
  const hasBounds = [introduced, fixed, lastAffected].some((bound) => bound !== undefined);
  if (isListed || !hasBounds) return isListed;
  // Bounds that cannot be read say nothing, even where others hold.
  const within = [
    introduced === undefined || introduced === '0' ? isNumbered(version, numbering) : atLeast(introduced),
    fixed === undefined || not(atLeast(fixed)),
    lastAffected === undefined || not(isAfter(lastAffected)),
  ];
  if (within.includes(undefined) || (versions && isListed === undefined)) return undefined;
  return within.every(Boolean);

  function atLeast(bound: string): boolean | undefined {
    const order = compareVersions(numbering, version, bound);
    return order === undefined ? undefined : order >= 0;
  }

  // A build of the last affected version is that version.
  function isAfter(bound: string): boolean | undefined {
    const shown = bound.includes('+') ? version : withoutBuild(version);
    const order = compareVersions(numbering, shown, bound);
    return order === undefined ? undefined : order > 0;
  }
}

function isOneOf(version: string, listed: readonly string[], numbering: Numbering): boolean | undefined {
  const found = listed.map((each) => {
    if (each === version) return true;
    const order = compareVersions(numbering, each.includes('+') ? version : withoutBuild(version), each);
    return order === undefined ? undefined : order === 0;
  });
  if (found.includes(true)) return true;
  return found.includes(undefined) ? undefined : false;
}

function isNumbered(version: string, numbering: Numbering): true | undefined {
  return compareVersions(numbering, version, version) === 0 ? true : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
