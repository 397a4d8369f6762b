// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
import { catalog as program } from '../../cli/catalog.ts';
import { run } from '../builders/run-program.ts';
import { reference, tool } from '../builders/tool.ts';

let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'hullmark-data-'));
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

/** Works in a folder like the good one, with these files changed. */
async function spoilt(files: Record<string, string>, work: (folder: string) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-bad-'));
  cpSync(data, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('catalog check', () => {
  it('passes a good folder', async () =>
    expect(await catalog('check', '--data', data)).toEqual({
      status: 0,
      stdout: '2 tools, 0 problems\n',
      stderr: '',
    }));
  it('names file and field of all problems at once', async () => {
    const files = {
      'tools/broken.json': '{',
      'tools/pan.json': '{"name":"Pan","id":"pot"}',
      'tools/list.json': '[]\n',
      'jobs.json': JSON.stringify({ brewing: reference.jobs.brewing, baking: reference.jobs.baking }),
      'licenses.json': JSON.stringify(reference.licenses),
    };
    await spoilt(files, async (folder) => {
      const { status, stdout, stderr } = await catalog('check', '--data', folder);
      expect(status).toBe(1);
      expect(stdout).toBe(`5 tools, ${stderr.trim().split('\n').length} problems\n`.replace('5', '4'));
      for (const problem of [
        'data/tools/broken.json: Expected property name',
        'data/tools/pan.json: is not formatted',
        'data/tools/pan.json: id: is not in the order of the schema',
        'data/tools/pan.json: maker: ',
        'data/tools/list.json: (root): ',
        'data/jobs.json: baking: entries are sorted by key',
        'data/licenses.json: LicenseRef-Lab: url: is missing',
      ])
        expect(stderr).toContain(problem);
    });
  });
  it('names a table that cannot be read, and checks the rest', async () =>
    spoilt({ 'jobs.json': 'no', 'tools/broken.json': '' }, async (folder) => {
      const { status, stderr } = await catalog('check', '--data', folder);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/jobs.json: .*\n.*broken.json/)]);
    }));
  it('says that a folder is missing', async () =>
    expect((await catalog('check', '--data', '/nowhere')).stderr).toContain('/nowhere/tools'));
});

describe('catalog new', () => {
  const made = ['https://github.com/Someone/Tea-Pot', '--job', 'brewing', '--does', 'Brews tea.'];
  it('writes a file that passes apart from the blanks it names', async () =>
    spoilt({}, async (folder) => {
      const { status, stdout } = await catalog('new', ...made, '--data', folder);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Still blank: kind.')]);
      const checked = await catalog('check', '--data', folder);
      expect(checked.stderr.trim()).toMatch(/^data\/tools\/tea-pot.json: kind: .*$/);
    }));
  it('writes a file that passes when nothing is blank', async () =>
    spoilt({}, async (folder) => {
      expect((await catalog('new', ...made, '--kind', 'app', '--data', folder)).status).toBe(0);
      expect(await catalog('check', '--data', folder)).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(readFileSync(join(folder, 'tools/tea-pot.json'), 'utf8'))).toMatchObject({
        name: 'Tea-Pot',
        maker: 'Someone',
        pages: ['pkg:github/Someone/Tea-Pot'],
      });
    }));
  it.each([
    [[], 2, 'The address of its page is missing'],
    [
      ['https://github.com/search?q=tea'],
      2,
      "https://github.com/search?q=tea is not the address of a tool's page",
    ],
    [['tea'], 2, "tea is not the address of a tool's page"],
    [
      ['https://github.com/someone/OVEN/issues'],
      1,
      'pkg:github/someone/oven is already a page of data/tools/oven.json',
    ],
    [
      ['https://tea.example', '--id', 'pan'],
      1,
      'data/tools/pan.json already exists; choose another id with --id',
    ],
    [
      ['https://tea.example', '--job', 'mining'],
      2,
      '--job: "mining" is not in data/jobs.json; the jobs are baking',
    ],
    [['https://tea.example', '--id', 'Tea Pot'], 2, '--id: '],
    [['https://tea.example', '--kind', 'kettle'], 2, '--kind: '],
  ])('%j says what is wrong and writes nothing', async (args, code, message) =>
    spoilt({}, async (folder) => {
      const { status, stderr } = await catalog('new', ...args, '--data', folder);
      expect([status, stderr]).toEqual([code, expect.stringContaining(message)]);
      expect((await catalog('check', '--data', folder)).stdout).toBe('2 tools, 0 problems\n');
    }),
  );
});

describe('catalog stale', () => {
  it('lists old facts, oldest first, and tells by its exit code that there are some', async () => {
    const { status, stdout } = await catalog('stale', '--days', '30', '--data', data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ *\d+ days {2}2026-01-05 {2}oven: license \(source of 2026-01-02\)\n/);
    expect(stdout).toMatch(/of 8 facts were checked more than 30 days ago\n$/);
  });
  it('is content where none is old', async () =>
    expect(await catalog('stale', '--days', '99999', '--data', data)).toMatchObject({ status: 0 }));
  it.each(['-1', 'x', '1.5'])('refuses --days=%s', async (days) =>
    expect(await catalog('stale', `--days=${days}`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`--days: "${days}" is not a whole number\n\n`) as string,
    }),
  );
});

describe('catalog stats', () => {
  it('counts by share, seat, job and unknown', async () => {
    const { status, stdout } = await catalog('stats', '--data', data);
    expect(status).toBe(0);
    expect(stdout).toContain('2 tools, 2 of them reviewed: 1 Ship, 0 Split, 1 Skip.');
    expect(stdout).toMatch(/\| Skeptic +\| 1 +\| 1 +\| 50% +\|/);
    expect(stdout).toMatch(/\| Baking +\| 2 +\| 2 +\| 1 +\| 0 +\| 1 +\|/);
    expect(stdout).toMatch(/\| license +\| 0 +\| 2 +\|/);
  });
  it("does not put another folder's figures on our page", async () =>
    expect(await catalog('stats', '--data', data, '--write')).toMatchObject({ status: 2, stdout: '' }));
  it('names what it cannot read', async () =>
    spoilt({ 'tools/pan.json': '{"id":"pan"}' }, async (folder) =>
      expect(await catalog('stats', '--data', folder)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^data\/tools\/pan.json: name: /) as string,
      }),
    ));
});

describe('catalog show', () => {
  it('prints an entry with its sources, pages and rivals, by a former id too', async () => {
    const { status, stdout } = await catalog('show', 'oven', '--data', data);
    expect(status).toBe(0);
    for (const part of ['## Oven', '**Reviewers:** Ship', 'Found on: pkg:github/someone/oven', 'offered: Pan'])
      expect(stdout).toContain(part);
    expect((await catalog('show', 'skillet', '--data', data)).stdout).toContain('## Pan');
  });
  it.each([
    [['ove'], 1, '"ove" is not a tool of the catalog; did you mean oven?\n'],
    [['__proto__'], 1, '"__proto__" is not a tool of the catalog\n'],
    [[], 2, 'Missing required positional argument: ID\n\n'],
  ])('%j', async (args, code, message) =>
    expect(await catalog('show', ...args, '--data', data)).toMatchObject({
      status: code,
      stderr: expect.stringContaining(message) as string,
    }),
  );
});

describe('catalog sample', () => {
  it('draws the same facts for the same seed, each once, with their sources', async () => {
    const draw = async (seed: string) =>
      (await catalog('sample', '8', '--seed', seed, '--data', data)).stdout;
    const drawn = await draw('7');
    expect(await draw('7')).toBe(drawn);
    expect(await draw('8')).not.toBe(drawn);
    const facts = drawn.match(/^\d+\. .*$/gm)!.map((line) => line.replace(/^\d+\. /, ''));
    expect(new Set(facts).size).toBe(8);
    expect(drawn).toContain('   README, seen 2026-01-02: https://a.example/');
  });
  it.each([
    [['5'], 'Missing required argument: --seed\n\n'],
    [['--seed', '1'], 'Missing required positional argument: COUNT\n\n'],
    [['0', '--seed', '1'], 'COUNT: "0" is not a whole number from 1 up\n\n'],
    [['5', '--seed', 'x'], '--seed: "x" is not a whole number\n\n'],
    [['9', '--seed', '1'], 'COUNT: the catalog has 8 facts with a source\n\n'],
  ])('%j', async (args, message) =>
    expect(await catalog('sample', ...args, '--data', data)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(message) as string,
    }),
  );
});

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

  it('tells each change of votes by day, newest first, and nothing else', async () =>
    expect((await catalog('log', '--repository', repository)).stdout.split(/(?=^## )/m).slice(1)).toEqual([
      '## 2026-01-06\n\n- Oven: no verdict any more (was Split, 2 of 4 reviewers)\n\n',
      '## 2026-01-05\n\n- Oven: Ship → Split (Skeptic, Futurist and Creator changed)\n\n',
      '## 2026-01-02\n\n- Oven: Ship, 3 of 3 reviewers\n',
    ]));
  it('says that there is no history', async () =>
    expect(await catalog('log', '--repository', data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("log needs the project's git history") as string,
    }));
});
