// A project that goes from 2 to 24 has most likely changed its numbering.
const maxMajorsApart = 9;
const words = 'no one two three four five six seven eight nine ten eleven twelve';
const dayMs = 86_400_000;

/** The numbers in a version's name: "v0.16" → 0, 16; "SAM 3.1" → 3, 1; nothing without a number. */
function numbers(version: string): string[] | undefined {
  return /\d+(?:\.\d+)*/.exec(version)?.[0].split('.');
}

/** Whether `reviewed` comes before `latest`; a version without a number is never older. */
export function isOlder(reviewed: string | undefined, latest: string | undefined): boolean {
  const [before, after] = [numbers(reviewed ?? ''), numbers(latest ?? '')];
  if (!before || !after) return false;
  // Not as numbers, which are inexact beyond sixteen digits.
  const digits = (parts: string[], at: number) => (parts[at] ?? '').replace(/^0+/, '');
  const length = Math.max(before.length, after.length);
  const at = Array.from({ length }, (_, at) => at).find((at) => digits(before, at) !== digits(after, at));
  if (at === undefined) return false;
  const [older, newer] = [digits(before, at), digits(after, at)];
  return older.length === newer.length ? older < newer : older.length < newer.length;
}

/** A version as people write it: "0.16" → "v0.16", "SAM 3" stays. */
export function versionLabel(version: string): string {
  return /^\d/.test(version) ? `v${version}` : version;
}

/**
 * How much newer `shown` is than `reviewed`, in words: "a newer patch", "eight months later", "newer". Nothing if it is not newer,
 * is part of what was reviewed (0.16.1 of 0.16), is a pre-release, or if the two are not numbered alike (semver.org, calver.org).
 */
export function versionDistance(reviewed: string, shown: string): string | undefined {
  const [before, after] = [partsOf(reviewed), partsOf(shown)];
  if (!before || !after) return undefined;
  const at = before.findIndex((part, index) => +part !== +(after[index] ?? 0));
  if (at < 0 || +before[at]! > +(after[at] ?? 0)) return undefined;
  const both = [before, after];
  const years = both.filter(([year]) => /^20\d\d$/.test(year!)).length;
  // Only a month with a leading zero distinguishes year and month, 26.04, from a version 26.4.
  const padded = both.some(([, month]) => /^0\d/.test(month ?? ''));
  if (years === 2) return calverDistance(before, after);
  if (years === 0 && padded && both.every(isYearAndMonth)) return calverDistance(before, after);
  const single = both.filter((parts) => parts.length === 1).length;
  if (years === 1 || padded || single === 1 || +after[0]! - +before[0]! > maxMajorsApart) return undefined;
  return ['a newer major version', 'a newer minor version'][at] ?? 'a newer patch';
}

/** The numbers of a plain version as written; nothing for a version with words, other than a build or post-release. */
function partsOf(version: string): string[] | undefined {
  const plain = version.trim().replace(/^v|(\+[\w.]+|\.post\d+)$/gi, '');
  const date = /^(20\d\d)(-?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])$/.exec(plain);
  if (date) return [date[1]!, date[3]!, date[4]!];
  return /^\d{1,9}(\.\d{1,9}){0,4}$/.test(plain) ? plain.split('.') : undefined;
}

function isYearAndMonth([year, month]: string[]): boolean {
  return /^\d\d$/.test(year!) && /^(0[1-9]|1[0-2])$/.test(month ?? '');
}

/**
 * How much later the second of two calendar versions is, each in parts that begin with a year: "nine days later", "eight months
 * later"; "newer" where the second part may be the number of a release in that year instead of a month.
 */
function calverDistance(before: string[], after: string[]): string {
  const [[y1 = 0, m1 = 0, d1 = 0], [y2 = 0, m2 = 0, d2 = 0]] = [before.map(Number), after.map(Number)];
  const monthTexts = [before, after].map(([, month]) => month ?? '');
  const isDate = [before, after].every(
    (parts) => parts.length === 3 && /^\d\d\d\d$/.test(parts.slice(1).join('')),
  );
  const days = (Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / dayMs;
  if (isDate && days < 60) return since(days, 'day');
  // Where releases of a year are numbered, no project goes beyond six (seen 2026-11).
  const isMonth = monthTexts.some((month) => month.startsWith('0') || Number(month) > 6);
  const months = 12 * (y2 - y1) + m2 - m1;
  if (!isMonth || m1 < 1 || m2 < 1 || m1 > 12 || m2 > 12 || months < 1) return 'newer';
  return months < 24 ? since(months, 'month') : since(Math.round(months / 12), 'year');
}

function since(count: number, unit: string): string {
  return count === 1 ? `one ${unit} later` : `${words.split(' ')[count] ?? count} ${unit}s later`;
}
