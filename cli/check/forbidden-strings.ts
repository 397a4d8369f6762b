import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.ts';

/** What belongs to one machine or one day, and so in no file. */
const unwanted: [what: string, pattern: RegExp][] = [
  [
    'address of a package registry',
    /registry\.(npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github\.|(deb|security)\.debian\.org/,
  ],
  ['path of one machine', /(?<![\w./:-])(\/(work|root|home\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\)/],
  ['leftover marker', /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/],
];

const isText = /\.(ts|tsx|mjs|js|json|css|html|md|yml|yaml|svg|txt)$|(^|\/)(LICENSE|run|\.\w+)$/;

/** Where a file names what it should not. */
export function wordProblems(): string {
  return sourceFiles()
    .filter((file) => isText.test(file))
    .flatMap(problemsOf)
    .join('\n');
}

function problemsOf(file: string): string[] {
  const lines = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    unwanted
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${file}:${index + 1}: ${what}: ${line.trim().slice(0, 120)}`),
  );
}
