import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { authoredTool, type Tool } from '../../../../catalog/tool-schema.ts';
import { citedFile } from '../../../../cli/refresh/github-ids.ts';
import { github } from '../../../../cli/refresh/sources/github.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A repository of that name as GitHub would have it archived. */
const archived = (nameWithOwner: string) => ({
  nameWithOwner,
  isArchived: true,
  archivedAt: '2026-11-01T00:00:00Z',
  pushedAt: '2026-10-01T00:00:00Z',
  stargazerCount: 7,
  licenseInfo: { spdxId: 'MIT' },
  releases: { nodes: [] },
  refs: { nodes: [] },
});

it('killed while it writes, or stopped by Ctrl-C, it leaves each file whole, and the next run writes the rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-killed-'));
  const data = join(folder, 'data');
  cpSync(join(root, 'data'), data, { recursive: true });
  const tools = join(data, 'tools');
  const names = readdirSync(tools).slice(0, 16);
  for (const name of readdirSync(tools)) if (!names.includes(name)) rmSync(join(tools, name));
  const texts = () => new Map(names.map((name) => [name, readFileSync(join(tools, name), 'utf8')]));
  const before = texts();
  const parsed = [...before.values()].map((text) => JSON.parse(text) as Tool);
  const ids = [...new Set(parsed.flatMap(github.wants))].filter((id) => !citedFile(id));
  const told = { name: 'github', wanted: ids.length, requests: 1, points: 1, ms: 1, failures: [] };
  const answers = ids.map((id) => ({ id, answer: archived(id) }));
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify({ date: '2026-11-30', sources: [{ ...told, answers }] }));
  const start = () =>
    spawn(
      process.execPath,
      [
        'cli/catalog.ts',
        'refresh',
        '--data',
        data,
        '--from',
        file,
        '--apply',
        '--at-most',
        '100',
        '--state',
        join(folder, 'state.json'),
      ],
      { cwd: root, stdio: 'ignore' },
    );
  const isWhole = () => {
    for (const [name, text] of texts())
      expect([name, authoredTool.safeParse(JSON.parse(text)).success]).toEqual([name, true]);
  };
  try {
    for (const [signal, afterEvents] of [
      ['SIGKILL', 3],
      ['SIGINT', 5],
    ] as const) {
      const run = start();
      let events = 0;
      const watcher = watch(tools, () => {
        if (++events === afterEvents) run.kill(signal);
      });
      await once(run, 'exit');
      watcher.close();
      isWhole();
    }
    await once(start(), 'exit');
    isWhole();
    const after = texts();
    expect([...before].filter(([name, text]) => after.get(name) !== text).length).toBeGreaterThan(10);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
