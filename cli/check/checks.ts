import { addonProblems } from './addon.ts';
import { licenseProblems } from './licenses.ts';
import { lockfileProblems } from './lockfile.ts';
import { sizeProblems } from './size.ts';
import { buildProblems, nodeProblems, toolProblems } from './commands.ts';
import { unusedExports } from './unused-exports.ts';
import { wordProblems } from './forbidden-strings.ts';

/** One line of `npm run check`; `problems` is the empty string when there are none. */
export interface Check {
  name: string;
  problems: () => Promise<string> | string;
}

/** In this order: the build comes first, since it makes the types and the files that later checks read. */
export const checks: Check[] = [
  { name: 'build', problems: () => buildProblems('chrome', 'firefox') },
  { name: 'format', problems: () => toolProblems('prettier', '--check', '--log-level=warn', '.') },
  { name: 'lint', problems: () => toolProblems('eslint', '--max-warnings=0', '.') },
  { name: 'types', problems: () => toolProblems('tsc', '--noEmit') },
  { name: 'unused exports', problems: unusedExports },
  { name: 'catalog', problems: () => nodeProblems('cli/catalog.ts', 'check') },
  { name: 'add-on lint', problems: addonProblems },
  { name: 'licenses of bundled libraries', problems: licenseProblems },
  { name: 'content script size', problems: sizeProblems },
  { name: 'lockfile', problems: lockfileProblems },
  { name: 'words', problems: wordProblems },
];
