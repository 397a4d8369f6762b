import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll } from 'vitest';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { catalog as program } from '../../cli/catalog.ts';
import { run } from './run-program.ts';
import { reference, tool } from './tool.ts';

/** A folder with the data of two tools, and the commands of the catalog. */
export function catalogFolder() {
  const data = mkdtempSync(join(tmpdir(), 'hullmark-data-'));

  beforeAll(async () => {
    mkdirSync(join(data, 'tools'));
    const licenses = Object.entries(reference.licenses).map(([id, license]) => [
      id,
      { ...license, url: 'https://a.example/license' },
    ]);
    const tables = { ...reference, licenses: Object.fromEntries(licenses.sort()) as unknown };
    for (const [name, table] of Object.entries(tables))
      writeFileSync(join(data, `${name}.json`), JSON.stringify(table));
    const old = { source: 'readme', checked: '2026-01-05' };
    const sources = { readme: { url: 'https://a.example/', title: 'README', seen: '2026-01-02' } };
    await write(tool('oven', 'ssk', { sources, rivals: ['pan'] }, { license: { value: 'MIT', ...old } }));
    await write(tool('pan', 'kkks', { formerIds: ['skillet'] }));
  });
  afterAll(() => rmSync(data, { recursive: true }));

  async function write(json: Tool) {
    const style = await resolveConfig('data/tools/x.json');
    const order = Object.keys(authoredTool.shape);
    const fields = Object.entries(json).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    const text = await format(JSON.stringify(Object.fromEntries(fields)), { ...style, parser: 'json' });
    writeFileSync(join(data, `tools/${json.id}.json`), text);
  }

  const catalog = (...args: string[]) => run(program, args);

  /** Runs `work` in a copy of the folder with these files changed. */
  async function inChangedFolder(files: Record<string, string>, work: (folder: string) => Promise<unknown>) {
    const folder = mkdtempSync(join(tmpdir(), 'hullmark-bad-'));
    cpSync(data, folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  return { data, catalog, inChangedFolder };
}
