import { sourceLines } from './source-files.ts';

/** What belongs to one machine or one day, and so in no file. */
const forbidden: [what: string, pattern: RegExp][] = [
  [
    'address of a package registry',
    /registry\.(npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github\.|(deb|security)\.debian\.org/,
  ],
  ['path of one machine', /(?<![\w./:-])(\/(work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\)/],
  ['leftover marker', /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/],
];

/** Where a file names what it should not. */
export function forbiddenStrings(): string {
  return sourceLines()
    .flatMap(({ at, text }) =>
      forbidden
        .filter(([, pattern]) => pattern.test(text))
        .map(([what]) => `${at}: ${what}: ${text.trim().slice(0, 120)}`),
    )
    .join('\n');
}
