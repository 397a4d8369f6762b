import { readFileSync } from 'node:fs';
import type { BundledLibrary } from '../../modules/notices.ts';
import { root } from '../root.ts';

const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

/** Bundled libraries whose license we may not ship, or whose notice is missing from the extension. */
export function licenseProblems(): string {
  return ['chrome-mv3', 'firefox-mv3'].flatMap(problemsOf).join('\n');
}

function problemsOf(build: string): string[] {
  const read = (file: string) => readFileSync(`${root}.output/${file}`, 'utf8');
  const libraries = JSON.parse(read(`${build}-licenses.json`)) as BundledLibrary[];
  const notices = read(`${build}/licenses.txt`);
  if (!libraries.length) return [`${build}: no bundled library was found, though Preact is one`];
  return libraries.flatMap(({ name, identifier = '', text }) => [
    // An expression such as "MIT OR GPL-2.0" is for a person to read first.
    ...(allowed.includes(identifier) ? [] : [`${build}: ${name} has the license "${identifier}"`]),
    ...(text && notices.includes(text) ? [] : [`${build}: licenses.txt lacks the text of ${name}`]),
  ]);
}
