import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineCommand } from 'citty';
import parseSpdx from 'spdx-expression-parse';
import * as z from 'zod/mini';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Reference } from '../../catalog/reference.ts';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { pageIds, urlOf } from '../../sites/index.ts';
import { sentenceOf } from '../error-sentence.ts';
import { dataFolder, ownData, readReference, readToolFile, toolFileNames } from '../read-data.ts';
import type { ToolFile } from '../read-data.ts';
import { dataArg, showProgress, today, toggle } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { checkTools } from './check-tools.ts';
import { mergeProblems } from './merge-problems.ts';
import { isMethodologyCurrent } from './stats.ts';
import { stockPhraseProblems } from './stock-phrases.ts';
import { styleProblems } from './style.ts';

const schemaFile = new URL('tool.schema.json', ownData);

/** Every rule for the catalog's files, all problems at once, each naming file and field; exit code 1 if there are any. */
export const check = defineCommand({
  meta: { name: 'check', description: 'Checks every file of the catalog' },
  args: { ...dataArg, 'write-schema': toggle('Update data/tool.schema.json, which editors read, first') },
  async run({ args }) {
    if (args['write-schema']) writeFiles([{ path: fileURLToPath(schemaFile), content: toolJsonSchema() }]);
    const data = dataFolder(args.data);
    const names = toolFileNames(data);
    const problems = await problemsOf(data, names);
    for (const problem of problems) console.error(problem);
    console.log(`${names.length} tools, ${problems.length} problems`);
    return problems.length ? 1 : 0;
  },
});

async function problemsOf(data: URL, names: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  const tryRead = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(sentenceOf(error));
      return undefined;
    }
  };
  const reference = tryRead(() => readReference(data));
  const files: ToolFile[] = [];
  for (const [at, name] of names.entries()) {
    const file = tryRead(() => readToolFile(name, data));
    if (file) {
      files.push(file);
      problems.push(...(await styleProblems(file, new URL(`tools/${name}`, data))));
    }
    showProgress('Read', at + 1, names.length);
  }
  if (reference) {
    problems.push(...tableProblems(reference));
    const broken = checkTools(files, { reference, today: today(), isSpdx, isReachable });
    problems.push(...broken);
    // What a reader does with two claims of one page need not be said as well.
    if (!broken.some((problem) => problem.includes('already')))
      problems.push(...(await mergeProblems(reference, validTools(files))));
  }
  problems.push(...stockPhraseProblems(validTools(files).map(({ tool }) => tool)));
  if (data.href === ownData.href) problems.push(...generatedFileProblems());
  return problems;
}

function validTools(files: readonly ToolFile[]): { file: string; tool: Tool }[] {
  return files.flatMap(({ file, json }) => {
    const { success, data } = authoredTool.safeParse(json);
    return success ? [{ file, tool: data }] : [];
  });
}

/** Tables whose order means nothing are sorted by key, and every license but a proprietary one links to its text. */
function tableProblems({ jobs, licenses }: Reference): string[] {
  const unsorted = Object.entries({ jobs, licenses }).flatMap(([table, entries]) => {
    const keys = Object.keys(entries);
    const at = keys.findIndex((key, index) => index > 0 && key < keys[index - 1]!);
    return at < 0 ? [] : [`data/${table}.json: ${keys[at]!}: entries are sorted by key`];
  });
  const withoutText = Object.entries(licenses).filter(([, { kind, url }]) => kind !== 'proprietary' && !url);
  return [
    ...unsorted,
    ...withoutText.map(([id]) => `data/licenses.json: ${id}: url: is missing; it links to the license text`),
  ];
}

function generatedFileProblems(): string[] {
  const schema =
    'data/tool.schema.json: differs from catalog/tool-schema.ts; run npm run catalog -- check --write-schema';
  const figures =
    "docs/methodology.md: its figures differ from the catalog's; run npm run catalog -- stats --write";
  return [
    ...(readFileSync(schemaFile, 'utf8') === toolJsonSchema() ? [] : [schema]),
    ...(isMethodologyCurrent() ? [] : [figures]),
  ];
}

/** The strict schema as JSON Schema, for editors. */
function toolJsonSchema(): string {
  const schema = z.toJSONSchema(authoredTool, { reused: 'ref' });
  return `${JSON.stringify({ ...schema, title: 'A tool of the catalog' }, null, 2)}\n`;
}

function isSpdx(expression: string): boolean {
  try {
    return Boolean(parseSpdx(expression));
  } catch {
    return false;
  }
}

// A page id that no address leads to would never be found again.
function isReachable(page: string): boolean {
  const [first, frontPage] = pageIds(urlOf(page) ?? '');
  return normalizePageId(page) === (page.endsWith('/') ? frontPage : first);
}
