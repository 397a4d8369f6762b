// Runs every check, also after one that failed, and writes the counts to .output/check-report.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Stop } from '../../scripts/setup/process.mjs';
import { checks, type Check } from './checks.ts';

const reportFile = new URL('../../.output/check-report.json', import.meta.url);
rmSync(reportFile, { force: true });

const results = [];
for (const check of checks) {
  const started = Date.now();
  const { name } = check;
  const found = await problemsOf(check);
  console.log(found ? `FAIL  ${name}\n${indented(found)}` : `ok    ${name}`);
  results.push({ name, ok: !found, seconds: Math.round((Date.now() - started) / 100) / 10 });
}

const failed = results.filter(({ ok }) => !ok).length;
mkdirSync(new URL('.', reportFile), { recursive: true });
writeFileSync(
  reportFile,
  `${JSON.stringify({ passed: results.length - failed, failed, results }, null, 2)}\n`,
);
console.log(`${results.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** A check that breaks is a check that fails; Ctrl-C ends them all. */
async function problemsOf({ problems }: Check) {
  try {
    return (await problems()).trim();
  } catch (error) {
    if (error instanceof Stop) process.exit(error.code);
    return String(error);
  }
}

function indented(text: string) {
  return text.replace(/^(?=.)/gm, '      ');
}
