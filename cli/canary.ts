// `npm run canary -- <files>`: whether pages saved today still read as ours do.
import { defineCommand } from 'citty';
import { htmlFiles, savedPage } from './canary/saved-pages.ts';
import { readPage, whatBroke } from './canary/read-page.ts';
import { CliError } from './cli-error.ts';
import { runMain } from './run-command.ts';
import { argument, flag } from './values.ts';

export const canary = defineCommand({
  meta: { name: 'npm run canary --', description: 'Reads pages saved today, and names what no longer reads' },
  args: {
    '...files': argument('HTML files, or folders of them'),
    url: flag('url', 'Address of a single page, if neither the file nor its name has it'),
  },
  run({ args: { _: paths, url } }) {
    const files = htmlFiles(paths);
    if (url !== undefined && files.length > 1) throw new CliError('--url: goes only with one file', 2);
    const pages = files.map((file) => {
      const page = savedPage(file, url);
      return { ...page, reading: readPage(page) };
    });
    for (const { file, url, reading } of pages) console.log(JSON.stringify({ file, url, ...reading }));
    const problems = whatBroke(pages);
    for (const problem of problems) console.error(problem);
    return problems.length ? 1 : 0;
  },
});

await runMain(import.meta.filename, canary);
