import { calverDistance } from './calver-distance.ts';

// A project that goes from 2 to 24 has most likely begun to count in another way.
const furthestMajor = 9;

/**
 * How far `shown` lies above `judged`, in words: "a newer patch", "eight months later", "newer". Nothing where it is not above,
 * lies within what was judged (0.16.1 within 0.16), is a pre-release, or where the two are not numbered alike (semver.org, calver.org).
 */
export function versionDistance(judged: string, shown: string): string | undefined {
  const [before, after] = [partsOf(judged), partsOf(shown)];
  if (!before || !after) return undefined;
  const at = before.findIndex((part, index) => +part !== +(after[index] ?? 0));
  if (at < 0 || +before[at]! > +(after[at] ?? 0)) return undefined;
  const both = [before, after];
  const years = both.filter(([year]) => /^20\d\d$/.test(year!)).length;
  // Only a month written with its zero tells a year and month, 26.04, from a version 26.4.
  const padded = both.some(([, month]) => /^0\d/.test(month ?? ''));
  if (years === 2) return calverDistance(before, after);
  if (years === 0 && padded && both.every(isYearAndMonth)) return calverDistance(before, after);
  const alone = both.filter((parts) => parts.length === 1).length;
  if (years === 1 || padded || alone === 1 || +after[0]! - +before[0]! > furthestMajor) return undefined;
  return ['a newer major version', 'a newer minor version'][at] ?? 'a newer patch';
}

/** The numbers of a plain version as they are written; nothing for one with words in it, but for a build or a post-release. */
function partsOf(version: string): string[] | undefined {
  const plain = version.trim().replace(/^v|(\+[\w.]+|\.post\d+)$/gi, '');
  const date = /^(20\d\d)(-?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])$/.exec(plain);
  if (date) return [date[1]!, date[3]!, date[4]!];
  return /^\d{1,9}(\.\d{1,9}){0,4}$/.test(plain) ? plain.split('.') : undefined;
}

function isYearAndMonth([year, month]: string[]): boolean {
  return /^\d\d$/.test(year!) && /^(0[1-9]|1[0-2])$/.test(month ?? '');
}
