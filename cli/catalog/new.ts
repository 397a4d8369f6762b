import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import { problemOf } from '../../catalog/first-problem.ts';
import { findTool, pageName, pagesOf } from '../../catalog/page-id.ts';
import type { Reference } from '../../catalog/reference.ts';
import { authoredTool, kinds } from '../../catalog/tool-schema.ts';
import { pageIds } from '../../sites/index.ts';
import { CliError } from '../cli-error.ts';
import { problemIn, prompt, type Question, type Terminal } from '../prompt.ts';
import { dataFolder, readReference, readToolFiles } from '../read-data.ts';
import { dataArg, flag, optionalArgument, today } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { blanksOf, fields, skeleton, type Answers } from './skeleton.ts';

/** Writes the start of a tool's file; what is missing is asked for on a terminal, and listed as blank otherwise. */
export const newTool = defineCommand({
  meta: { name: 'new', description: 'Starts the file of a tool' },
  args: {
    url: optionalArgument('Address of its page, such as https://github.com/owner/name'),
    id: flag('id', 'Name of its file'),
    name: flag('name', 'Its name as its project writes it'),
    maker: flag('maker', 'Who makes it'),
    job: flag('job', 'What it is for, a key of data/jobs.json'),
    kind: flag('kind', 'What it is, such as library or model'),
    does: flag('sentence', 'What it does, in at most 140 letters'),
    ...dataArg,
  },
  async run({ args, data }) {
    const terminal = data as Terminal | undefined;
    const folder = dataFolder(args.data);
    const { jobs } = readReference(folder);
    const validate = (typed: string) => problemIn(() => freePage(typed, folder));
    const url = args.url ?? (await prompt({ message: 'Address of its page', validate }, terminal));
    if (!url) throw new CliError('The address of its page is missing', 2);
    const page = freePage(url, folder);
    const answers: Answers = Object.fromEntries(fields.map((field) => [field, args[field]]));
    for (const field of fields) {
      const question = questionFor(field, skeleton(page, answers, today())[field], jobs);
      answers[field] ??= await prompt(question, terminal);
    }
    const known = Object.keys(jobs);
    if (answers.job && !known.includes(answers.job))
      throw new CliError(
        `--job: "${answers.job}" is not in data/jobs.json; the jobs are ${known.join(', ')}`,
        2,
      );
    const tool = skeleton(page, answers, today());
    if (!tool.id) throw new CliError('--id: is missing, and the name has no letters to make one of', 2);
    // First of all, since the id becomes a path.
    assertValidAnswers(tool);
    const file = fileURLToPath(new URL(`tools/${tool.id}.json`, folder));
    if (existsSync(file))
      throw new CliError(`data/tools/${tool.id}.json already exists; choose another id with --id`);
    const text = JSON.stringify(tool, null, 2).replace('[\n    "', '["').replace('"\n  ]', '"]');
    writeFiles([{ path: file, content: `${text}\n`, isNew: true }]);
    const blanks = blanksOf(tool);
    console.log(`Wrote data/tools/${tool.id}.json.`);
    if (blanks.length) console.log(`Still blank: ${blanks.join(', ')}.`);
    console.log(
      'Unknown until you cite a source for it: status, license, entry price. Then add facts and votes.',
    );
  },
});

function questionFor(field: keyof Answers, initialValue: string, jobs: Reference['jobs']): Question {
  const message = `${field[0]!.toUpperCase()}${field.slice(1)}`;
  if (field === 'job')
    return { message, options: Object.entries(jobs).map(([value, { name }]) => ({ value, label: name })) };
  if (field === 'kind') return { message, options: kinds.map((value) => ({ value })) };
  const validate = (answer: string) =>
    answer ? authoredTool.shape[field].safeParse(answer).error?.issues[0]?.message : undefined;
  return { message, initialValue, validate };
}

/** The page id of an address; throws if it cannot be a tool's, or is one's already. */
function freePage(url: string, data: URL): string {
  const candidates = pageIds(url);
  if (!candidates[0]) throw new CliError(`${url} is not the address of a tool's page`, 2);
  const pages = pagesOf(readToolFiles(data).flatMap(({ json }) => authoredTool.safeParse(json).data ?? []));
  const taken = findTool(candidates, pages);
  if (taken) throw new CliError(`${taken.pageId} is already a page of data/tools/${taken.tool}.json`);
  return inOwnCase(candidates[0], url);
}

// Look-ups compare in lower case; a file keeps the letters that the project writes.
function inOwnCase(page: string, url: string): string {
  const path = pageName(page);
  const at = url.toLowerCase().indexOf(path);
  return at < 0 || page.startsWith('pkg:pypi/') ? page : page.replace(path, url.slice(at, at + path.length));
}

/** Throws at an answer that the schema refuses; a blank is filled in later. */
function assertValidAnswers(tool: ReturnType<typeof skeleton>): void {
  const blanks = blanksOf(tool) as string[];
  const { error } = authoredTool.safeParse(tool);
  const wrong = error?.issues.filter(({ path }) => !blanks.includes(String(path[0])));
  if (wrong?.length) throw new CliError(wrong.map((issue) => `--${problemOf(issue)}`).join('\n'), 2);
}
