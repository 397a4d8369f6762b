import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Change } from '../../catalog/changes.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { feed as program } from '../../cli/feed.ts';
import { run as runProgram } from './run-program.ts';
import { reference, tool } from './tool.ts';

/** A folder with a key, the data of three tools and version 1 of their feed, and the commands of feeds. */
export function feedFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-feed-'));
  const at = (name: string) => join(folder, name);
  const [key, pub] = [at('keys/feed-key.pem'), at('keys/feed-key.pub')];

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T08:00:00Z') });
    await run('keygen', '--out', at('keys'));
    data('data', {
      oven: tool('oven', 'ssk', { does: 'Bäckt Brötchen.' }),
      pan: tool('pan', 'kkks'),
      pot: tool('pot', ''),
    });
    await build('feed', 1);
  });
  afterAll(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  async function run(...args: string[]) {
    const { status: code, stdout: out, stderr: error } = await runProgram(program, args);
    return { code, out, error };
  }

  function data(name: string, tools: Record<string, unknown>, more: Record<string, unknown> = {}) {
    mkdirSync(at(`${name}/tools`), { recursive: true });
    const feed = { id: 'kitchen', name: 'Kitchen', version: 1 };
    for (const [table, json] of Object.entries({ feed, ...reference, ...more }))
      writeFileSync(at(`${name}/${table}.json`), JSON.stringify(json));
    for (const [id, json] of Object.entries(tools))
      writeFileSync(at(`${name}/tools/${id}.json`), JSON.stringify(json));
  }

  /** Runs `feed build` for a version of the feed; `more` replaces the usual options, and an empty one is left out. */
  function build(out: string, version: number, more: Record<string, string> = {}) {
    const options = {
      ...{ tools: at('data'), key, version: String(version), expires: '390d', published: '2026-11-20' },
      ...{ out: at(out), ...more },
    };
    return run(
      'build',
      ...Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
    );
  }

  function manifestOf(feed: string) {
    return JSON.parse(readFileSync(at(`${feed}/manifest.json`), 'utf8')) as Manifest;
  }

  function fileOf(feed: string, ref: FileRef, ending?: 'pack') {
    return at(`${feed}/${filePath(ref, ending)}`);
  }

  function changesIn(feed: string) {
    return JSON.parse(readFileSync(fileOf(feed, manifestOf(feed).changes!), 'utf8')) as Change[];
  }

  /** Every file below a folder with its bytes. */
  function bytesBelow(name: string) {
    const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    return files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((file) => [file.slice(at(name).length), readFileSync(file).toString('base64')]);
  }

  /** Version 2 of the feed: a verdict and a price changed, one tool added, one removed. */
  async function secondVersion() {
    const free = { entryPrice: { value: 'freemium' as const, source: 'readme', checked: '2026-11-20' } };
    const tools = { oven: tool('oven', 'skk'), pan: tool('pan', 'kkks', {}, free), wok: tool('wok', 'sss') };
    data('data-2', tools);
    await build('feed-2', 2, { tools: at('data-2'), previous: at('feed'), published: '2026-11-21' });
    return tools;
  }

  return { at, key, pub, run, data, build, secondVersion, manifestOf, fileOf, changesIn, bytesBelow };
}
