import { compareVersions } from 'compare-versions';

/** The numbers in a version's name: "v0.16" → "0.16", "SAM 3.1" → "3.1"; nothing if it has none. */
function numbers(version: string): string | undefined {
  return /\d+(?:\.\d+)*/.exec(version)?.[0];
}

/** Whether `judged` comes before `latest`; versions that carry no number are never called older. */
export function isOlder(judged: string | undefined, latest: string | undefined): boolean {
  const [before, after] = [numbers(judged ?? ''), numbers(latest ?? '')];
  return before !== undefined && after !== undefined && compareVersions(before, after) < 0;
}

/** A version as people write it: "0.16" → "v0.16", "SAM 3" stays. */
export function versionLabel(version: string): string {
  return /^\d/.test(version) ? `v${version}` : version;
}
