import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import parseSpdx from 'spdx-expression-parse';
import { checkTools, type ToolFile } from './check-tools.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Reference } from '../../catalog/reference.ts';
import { pageIds, urlOf } from '../../sites/index.ts';
import { dataFolder, ownData, readReference, readToolFile, toolFileNames } from '../read-data.ts';
import { toolJsonSchema } from './tool-json-schema.ts';
import { progress, today, type Command } from './command.ts';
import { isMethodologyCurrent } from './methodology.ts';
import { styleProblems } from './style.ts';

/** Every rule for the catalog's files, all problems at once, each naming file and field; exit code 1 if there are any. */
export const check: Command = {
  takes: '[--data DIR] [--write-schema]',
  does: 'checks every file',
  async run(args) {
    const options = { data: { type: 'string' }, 'write-schema': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options });
    if (values['write-schema']) writeFileSync(schemaFile, toolJsonSchema());
    const data = dataFolder(values.data);
    const names = toolFileNames(data);
    const problems = await problemsOf(data, names);
    for (const problem of problems) console.error(problem);
    console.log(`${names.length} tools, ${problems.length} problems`);
    return problems.length ? 1 : 0;
  },
};

const schemaFile = new URL('tool.schema.json', ownData);

async function problemsOf(data: URL, names: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  const note = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };
  const reference = note(() => readReference(data));
  const files: ToolFile[] = [];
  for (const [at, name] of names.entries()) {
    const file = note(() => readToolFile(name, data));
    if (file) {
      files.push(file);
      problems.push(...(await styleProblems(file, new URL(`tools/${name}`, data))));
    }
    progress('Read', at + 1, names.length);
  }
  if (reference) {
    problems.push(...tableProblems(reference));
    problems.push(...checkTools(files, { reference, today: today(), isSpdx, isReachable }));
  }
  if (data.href === ownData.href) problems.push(...madeFileProblems());
  return problems;
}

/** Tables whose order says nothing are sorted, and a license of our own naming says where its text is. */
function tableProblems({ jobs, licenses }: Reference): string[] {
  const unsorted = Object.entries({ jobs, licenses }).flatMap(([table, entries]) => {
    const keys = Object.keys(entries);
    const at = keys.findIndex((key, index) => index > 0 && key < keys[index - 1]!);
    return at < 0 ? [] : [`data/${table}.json: ${keys[at]!}: entries are sorted by key`];
  });
  const withoutText = Object.entries(licenses).filter(([, { kind, url }]) => kind !== 'proprietary' && !url);
  return [
    ...unsorted,
    ...withoutText.map(([id]) => `data/licenses.json: ${id}: url: says where its text is`),
  ];
}

function madeFileProblems(): string[] {
  const schema = readFileSync(schemaFile, 'utf8') === toolJsonSchema();
  return [
    ...(schema ? [] : ['data/tool.schema.json: is not what catalog/tool-schema.ts says; use --write-schema']),
    ...(isMethodologyCurrent()
      ? []
      : [
          'docs/methodology.md: its figures are not those of the catalog; run npm run catalog -- stats --write',
        ]),
  ];
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
  return pageIds(urlOf(page) ?? '')[0] === normalizePageId(page);
}
