import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGitHub, type PlayedGitHub } from '../../../../harness/upstreams/github.ts';
import { catalogFolder } from '../../../builders/catalog-folder.ts';

const { data, catalog, inChangedFolder } = catalogFolder();
let played: PlayedGitHub;
const work = mkdtempSync(join(tmpdir(), 'hullmark-refresh-'));
const state = join(work, 'state.json');

beforeAll(async () => {
  played = await startGitHub();
});
afterAll(async () => {
  await played.close();
  rmSync(work, { recursive: true });
});
beforeEach(() => {
  vi.stubEnv('HULLMARK_UPSTREAM_GITHUB', played.address);
  vi.stubEnv('GITHUB_TOKEN', 'a-token');
  rmSync(state, { force: true });
  for (const id of ['oven', 'pan'])
    played.play(`someone/${id}`, {
      nameWithOwner: `someone/${id}`,
      isArchived: true,
      archivedAt: '2026-11-01T00:00:00Z',
    });
});

const refresh = (folder: string, ...args: string[]) =>
  catalog('refresh', '--data', folder, '--only', 'github', '--state', state, ...args);
const files = (folder: string) =>
  ['oven', 'pan'].map((id) => readFileSync(join(folder, `tools/${id}.json`), 'utf8'));

describe('refresh', () => {
  it('prints what is new and writes nothing without --apply', async () => {
    const before = files(data);
    const { status, stdout } = await refresh(data);
    expect([status, files(data)]).toEqual([0, before]);
    expect(stdout).toContain('oven: facts.status: its repository is archived since 2026-11-01');
    expect(stdout).toContain('2 tools with something new');
  });

  it('writes so many tools a run, those first that were not written before, and then not a byte', () =>
    inChangedFolder({}, async (folder) => {
      const first = files(folder);
      await refresh(folder, '--apply', '--at-most', '1');
      const second = files(folder);
      expect(second.filter((text, at) => text !== first[at])).toHaveLength(1);
      await refresh(folder, '--apply', '--at-most', '1');
      const third = files(folder);
      expect(third.filter((text, at) => text !== first[at])).toHaveLength(2);
      expect((await refresh(folder, '--apply')).stdout).toContain('0 tools written');
      expect(files(folder)).toEqual(third);
      expect(third[0]).toContain('"value": "archived",\n      "since": "2026-11-01"');
      const { stderr } = await catalog('check', '--data', folder);
      expect(stderr).not.toMatch(/not formatted|order of the schema/);
    }));

  it('takes its answers from a file, without a request, and reports for people and programs', () =>
    inChangedFolder({}, async (folder) => {
      const [answers, report] = [join(work, 'answers.json'), join(work, 'report.md')];
      expect((await refresh(folder, '--collect', answers)).status).toBe(0);
      const before = played.requests;
      vi.stubEnv('GITHUB_TOKEN', '');
      expect((await refresh(folder, '--from', answers, '--apply', '--report', report)).status).toBe(0);
      expect(played.requests).toBe(before);
      expect(readFileSync(report, 'utf8')).toContain('## Written: Archived (2)');
      const json = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')) as Record<string, unknown[]>;
      expect(json.sources).toEqual([
        expect.objectContaining({ name: 'github', asked: 2, answered: 2, failed: 0 }),
      ]);
      expect(json.written).toHaveLength(2);
    }));

  it('writes nothing when no source answered', async () => {
    played.misbehave((response) => response.writeHead(500).end() && true);
    const answers = join(work, 'none.json');
    const { status, stderr } = await refresh(data, '--collect', answers);
    played.misbehave(undefined);
    expect([status, stderr]).toEqual([1, expect.stringContaining('No source answered')]);
    expect([existsSync(answers), existsSync(state)]).toEqual([false, false]);
  });

  it('asks what failed last after all else', async () => {
    played.play('someone/oven', { nameWithOwner: 'someone/oven', error: 'Timed out' });
    const { stderr } = await refresh(data);
    expect(stderr).toContain('GitHub: 1 of 2 answered');
    const { asked } = JSON.parse(readFileSync(state, 'utf8')) as { asked: Record<string, string[]> };
    expect(asked.github).toHaveLength(2);
  });

  it('begins anew where the state is not one', async () => {
    writeFileSync(state, '{"asked": 7');
    expect((await refresh(data)).status).toBe(0);
    expect(JSON.parse(readFileSync(state, 'utf8'))).toHaveProperty('asked.github');
  });

  it('leaves no drafts behind', () =>
    expect(readdirSync(join(data, 'tools')).filter((name) => !name.endsWith('.json'))).toEqual([]));
});

describe('newer', () => {
  const newer = () => catalog('newer', '--data', data, '--only', 'github');
  const release = (tagName: string) =>
    played.play('someone/oven', { nameWithOwner: 'someone/oven', releases: [{ tagName }] });

  it('says how far ours is behind and whether the verdict becomes outdated', async () => {
    release('v1.4.0');
    const { status, stdout } = await newer();
    expect(stdout).toContain('oven  1.0  1.4.0  a newer minor version  the verdict becomes outdated');
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('1 of 2 tools are behind, 0 by a major version'),
    ]);
  });

  it('ends with 1 when a major version is missed', async () => {
    release('v2.0.0');
    const before = files(data);
    expect(await newer()).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 by a major version') as string,
    });
    expect(files(data)).toEqual(before);
  });
});
