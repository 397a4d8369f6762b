// `npm run check`: runs every check, also after one that failed, and writes the counts to .output/check-report.json.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { checks, type Check } from './check/checks.ts';
import { sentenceOf } from './error-sentence.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';

export const checkCommand = defineCommand({
  meta: { name: 'npm run check --', description: 'Checks the sources and the build' },
  args: {
    fix: { type: 'boolean', description: 'Repair what the formatter and the linter can' },
    built: { type: 'boolean', description: 'Do not build; check the build that npm test has made' },
  },
  async run({ args: { fix, built } }) {
    const reportFile = `${root}.output/check-report.json`;
    rmSync(reportFile, { force: true });
    const results = [];
    for (const check of checks(fix)) if (!built || check.name !== 'build') results.push(await result(check));

    const failed = results.filter(({ ok }) => !ok).length;
    const passed = results.length - failed;
    mkdirSync(`${root}.output`, { recursive: true });
    writeFileSync(reportFile, `${JSON.stringify({ passed, failed, results }, null, 2)}\n`);
    console.log(`${passed} checks passed, ${failed} failed`);
    return failed ? 1 : 0;
  },
});

async function result({ name, problems }: Check) {
  const started = Date.now();
  const found = await Promise.resolve()
    .then(problems)
    // A check that breaks is a check that fails.
    .catch(sentenceOf);
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  console.log(found ? `FAIL  ${name}\n${found.trim().replace(/^(?=.)/gm, '      ')}` : `ok    ${name}`);
  return { name, ok: !found, seconds };
}

await runMain(import.meta.filename, checkCommand);
