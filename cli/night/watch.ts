import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { readTools } from '../read-data.ts';
import { dataOf } from '../feed/tool-source.ts';
import { requiredFlag, today } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { agesOf } from './ages.ts';
import { readReport } from './report.ts';
import { watchProblems } from './watch-problems.ts';

/** Whether somebody has to look after the nights: what is wrong, as the text of an issue; the file is empty where nothing is. */
export const watch = defineCommand({
  meta: { name: 'watch', description: 'Says what the nights can no longer put right by themselves' },
  args: {
    reports: requiredFlag('dir', 'Folder with the reports of the last nights, each as JSON'),
    out: requiredFlag('file.md', 'File for the text of an issue'),
  },
  run({ args }) {
    const ages = agesOf(readTools(dataOf('data')), today());
    const names = readdirSync(args.reports, { recursive: true }).map(String);
    const reports = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readReport(join(args.reports, name)));
    const problems = watchProblems(reports, ages, today());
    for (const problem of problems) console.log(problem);
    if (!problems.length) console.log('Nothing to do: the collectors answer, and the facts are not old.');
    writeFiles([{ path: args.out, content: problems.map((problem) => `- ${problem}\n`).join('') }]);
  },
});
