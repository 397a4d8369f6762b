import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { tool } from '../../../builders/tool.ts';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { data, catalog } = catalogFolder();

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('catalog log', () => {
  let repository: string;
  const git = (...args: string[]) => spawnSync('git', ['-C', repository, ...args]);
  const commit = (date: string, json?: Tool | string) => {
    const file = join(repository, 'data/tools/oven.json');
    if (json === undefined) rmSync(file);
    else writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
    git('add', '-A');
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false'];
    spawnSync('git', ['-C', repository, ...who, 'commit', '-qm', 'change'], {
      env: { ...process.env, GIT_COMMITTER_DATE: `${date}T12:00:00Z` },
    });
  };
  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), 'hullmark-history-'));
    mkdirSync(join(repository, 'data/tools'), { recursive: true });
    git('init', '-q');
    commit('2026-01-01', tool('oven', ''));
    commit('2026-01-02', tool('oven', 'sss'));
    commit('2026-01-03', tool('oven', 'sss', { does: 'Bakes.' }));
    commit('2026-01-04', '{ not yet');
    commit('2026-01-04', tool('oven', 'sss'));
    commit('2026-01-05', tool('oven', 'skks'));
    commit('2026-01-06');
  });
  afterAll(() => rmSync(repository, { recursive: true }));

  it('lists each change of votes by day, newest first, and nothing else', async () =>
    expect((await catalog('log', '--repository', repository)).stdout.split(/(?=^## )/m).slice(1)).toEqual([
      '## 2026-01-06\n\n- Oven: no verdict any more (was Split, 2 of 4 reviewers)\n\n',
      '## 2026-01-05\n\n- Oven: Ship → Split (Skeptic, Futurist and Creator changed)\n\n',
      '## 2026-01-02\n\n- Oven: Ship, 3 of 3 reviewers\n',
    ]));
  it('says when there is no history', async () =>
    expect(await catalog('log', '--repository', data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("log needs the project's git history") as string,
    }));
});
