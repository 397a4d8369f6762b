import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { problemOf } from '../../catalog/first-problem.ts';
import { findTool, pageName, pagesOf } from '../../catalog/page-id.ts';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { pageIds } from '../../sites/index.ts';
import { askOnTerminal } from '../prompt.ts';
import { dataFolder, readReference, readToolFiles } from '../read-data.ts';
import { CliError } from '../cli-error.ts';
import { blanksOf, fields, skeleton } from './skeleton.ts';
import { today, type Command } from './command.ts';

/** Writes a tool's file from its address: what is not given is asked for on a terminal, and named as a blank otherwise. */
export const newTool: Command = {
  takes: 'URL [--id …] [--name …] …',
  does: 'begins the file of a tool',
  async run(args) {
    const asText = { type: 'string' } as const;
    const options = Object.fromEntries([...fields, 'data' as const].map((option) => [option, asText]));
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1)
      throw new CliError('new: which address? As in: new https://github.com/owner/name', 2);
    const data = dataFolder(values.data);
    const page = freePage(positionals[0]!, data);
    const given = Object.fromEntries(
      fields.flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : [])),
    );
    const answers = await askOnTerminal(
      'new',
      fields,
      given,
      (field, answers) => skeleton(page, answers, today())[field],
    );
    const { jobs } = readReference(data);
    if (answers.job && !Object.hasOwn(jobs, answers.job))
      throw new CliError(
        `--job: "${answers.job}" is not in data/jobs.json; the jobs are ${Object.keys(jobs).join(', ')}`,
        2,
      );
    const tool = skeleton(page, answers, today());
    const file = new URL(`tools/${tool.id}.json`, data);
    if (existsSync(file))
      throw new CliError(`data/tools/${tool.id}.json exists already; choose another with --id`);
    refuseWrongAnswers(tool);
    writeFileSync(
      file,
      `${JSON.stringify(tool, null, 2).replace('[\n    "', '["').replace('"\n  ]', '"]')}\n`,
    );
    const blanks = blanksOf(tool);
    console.log(`Wrote data/tools/${tool.id}.json.`);
    if (blanks.length) console.log(`Still blank: ${blanks.join(', ')}.`);
    console.log(
      'Unknown until you cite a source for it: status, license, entry price. Then add facts and votes.',
    );
    return 0;
  },
};

/** The page id of an address; stops if no tool can be there, or one is already. */
function freePage(url: string, data: URL): string {
  const candidates = pageIds(url);
  if (!candidates[0]) throw new CliError(`new: no tool can be known by the address ${url}`, 2);
  const pages = pagesOf(readToolFiles(data).flatMap(({ json }) => authoredTool.safeParse(json).data ?? []));
  const taken = findTool(candidates, pages);
  if (taken) throw new CliError(`new: ${taken.pageId} is a page of data/tools/${taken.tool}.json already`);
  return inItsOwnCase(candidates[0], url);
}

// Look-ups compare lower case; a file keeps the letters that the project writes.
function inItsOwnCase(page: string, url: string): string {
  const path = pageName(page);
  const at = url.toLowerCase().indexOf(path);
  return at < 0 || page.startsWith('pkg:pypi/') ? page : page.replace(path, url.slice(at, at + path.length));
}

// A blank is filled later; a wrong answer is said at once and nothing is written.
function refuseWrongAnswers(tool: ReturnType<typeof skeleton>) {
  const blanks = blanksOf(tool) as string[];
  const wrong = authoredTool
    .safeParse(tool)
    .error?.issues.filter(({ path }) => !blanks.includes(String(path[0])));
  if (wrong?.length) throw new CliError(wrong.map((issue) => `--${problemOf(issue)}`).join('\n'), 2);
}
