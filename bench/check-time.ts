import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { x } from 'tinyexec';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import { withTemporaryFolder } from '../cli/temporary-folder.ts';
import { compare, type Row } from './report.ts';

const [few, many] = [1_000, 10_000];
const data = fileURLToPath(new URL('../data/', import.meta.url));

/** `catalog -- check` over ten times as many files: the time per file, which stays the same if the check is linear. */
export async function checkTime(): Promise<Row> {
  const [baseline, ours] = [await msPerFile(few), await msPerFile(many)];
  return compare(`catalog check: a file of ${many} (baseline: of ${few})`, 'ms', [ours], [baseline]);
}

function msPerFile(count: number): Promise<number> {
  return withTemporaryFolder(async (folder) => {
    await fill(folder, count);
    const started = performance.now();
    const script = fileURLToPath(new URL('../cli/catalog.ts', import.meta.url));
    const { exitCode, stderr } = await x(process.execPath, [script, 'check', '--data', folder]);
    if (exitCode !== 0) throw new Error(`The made-up catalog does not pass: ${stderr.slice(0, 500)}`);
    return (performance.now() - started) / count;
  });
}

async function fill(folder: string, count: number) {
  mkdirSync(join(folder, 'tools'));
  for (const table of ['jobs.json', 'licenses.json', 'reviewers.json'])
    cpSync(join(data, table), join(folder, table));
  for (let number = 0; number < count; number += 1) {
    const tool = syntheticTool(number);
    const text = await format(JSON.stringify(tool, null, 2), { parser: 'json', printWidth: 110 });
    writeFileSync(join(folder, 'tools', `${tool.id}.json`), text);
  }
}
