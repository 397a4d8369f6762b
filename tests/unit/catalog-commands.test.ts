// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoredTool, type Tool } from '../../catalog/tool-schema.ts';
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

function catalog(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/catalog.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A folder like the good one, with files put over it. */
function spoilt(files: Record<string, string>, work: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'hullmark-bad-'));
  mkdirSync(join(folder, 'tools'));
  for (const name of ['jobs.json', 'reviewers.json', 'licenses.json', 'tools/oven.json', 'tools/pan.json'])
    writeFileSync(join(folder, name), readFileSync(join(data, name)));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('catalog', () => {
  it.each([[[]], [['frobnicate']], [['toString']]])(
    '%j ends with the list of commands and exit code 2',
    (args) => {
      const { status, stderr } = catalog(...args);
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining('npm run catalog -- sample COUNT --seed N'),
      ]);
    },
  );
});

describe('catalog check', () => {
  it('passes a good folder', () =>
    expect(catalog('check', '--data', data)).toEqual({
      status: 0,
      stdout: '2 tools, 0 problems\n',
      stderr: '',
    }));
  it('names file and field of all problems at once', () => {
    const files = {
      'tools/broken.json': '{',
      'tools/pan.json': '{"name":"Pan","id":"pot"}',
      'tools/list.json': '[]\n',
      'jobs.json': JSON.stringify({ brewing: reference.jobs.brewing, baking: reference.jobs.baking }),
      'licenses.json': JSON.stringify(reference.licenses),
    };
    spoilt(files, (folder) => {
      const { status, stdout, stderr } = catalog('check', '--data', folder);
      expect(status).toBe(1);
      expect(stdout).toBe(`5 tools, ${stderr.trim().split('\n').length} problems\n`.replace('5', '4'));
      for (const problem of [
        'data/tools/broken.json: Expected property name',
        'data/tools/pan.json: is not formatted',
        'data/tools/pan.json: id: fields stand in the order of the schema',
        'data/tools/pan.json: maker: ',
        'data/tools/list.json: (root): ',
        'data/jobs.json: baking: entries are sorted by key',
        'data/licenses.json: LicenseRef-Lab: url: says where its text is',
      ])
        expect(stderr).toContain(problem);
    });
  });
  it('names a table that cannot be read, and checks the rest', () =>
    spoilt({ 'jobs.json': 'no', 'tools/broken.json': '' }, (folder) => {
      const { status, stderr } = catalog('check', '--data', folder);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^data\/jobs.json: .*\n.*broken.json/)]);
    }));
  it('refuses options it does not know', () =>
    expect(catalog('check', '--fast')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("catalog check: Unknown option '--fast'") as string,
    }));
  it('says that a folder is missing', () =>
    expect(catalog('check', '--data', '/nowhere').stderr).toContain('/nowhere/tools'));
});

describe('catalog new', () => {
  const made = ['https://github.com/Someone/Tea-Pot', '--job', 'brewing', '--does', 'Brews tea.'];
  it('writes a file that passes apart from the blanks it names', () =>
    spoilt({}, (folder) => {
      const { status, stdout } = catalog('new', ...made, '--data', folder);
      expect([status, stdout]).toEqual([0, expect.stringContaining('Still blank: kind.')]);
      const checked = catalog('check', '--data', folder);
      expect(checked.stderr.trim()).toMatch(/^data\/tools\/tea-pot.json: kind: .*$/);
    }));
  it('writes a file that passes when nothing is blank', () =>
    spoilt({}, (folder) => {
      expect(catalog('new', ...made, '--kind', 'app', '--data', folder).status).toBe(0);
      expect(catalog('check', '--data', folder)).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(readFileSync(join(folder, 'tools/tea-pot.json'), 'utf8'))).toMatchObject({
        name: 'Tea-Pot',
        maker: 'Someone',
        pages: ['pkg:github/Someone/Tea-Pot'],
      });
    }));
  it.each([
    [[], 2, 'new: which address?'],
    [
      ['https://github.com/search?q=tea'],
      2,
      'new: no tool can be known by the address https://github.com/search',
    ],
    [['tea'], 2, 'new: no tool can be known by the address tea'],
    [
      ['https://github.com/someone/OVEN/issues'],
      1,
      'pkg:github/someone/oven is a page of data/tools/oven.json',
    ],
    [
      ['https://tea.example', '--id', 'pan'],
      1,
      'data/tools/pan.json exists already; choose another with --id',
    ],
    [
      ['https://tea.example', '--job', 'mining'],
      2,
      '--job: "mining" is not in data/jobs.json; the jobs are baking',
    ],
    [['https://tea.example', '--id', 'Tea Pot'], 2, '--id: '],
    [['https://tea.example', '--kind', 'kettle'], 2, '--kind: '],
  ])('%j says what is wrong and writes nothing', (args, code, message) =>
    spoilt({}, (folder) => {
      const { status, stderr } = catalog('new', ...args, '--data', folder);
      expect([status, stderr]).toEqual([code, expect.stringContaining(message)]);
      expect(catalog('check', '--data', folder).stdout).toBe('2 tools, 0 problems\n');
    }),
  );
});

describe('catalog stale', () => {
  it('lists old facts, oldest first, and tells by its exit code that there are some', () => {
    const { status, stdout } = catalog('stale', '--days', '30', '--data', data);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ *\d+ days {2}2026-01-05 {2}oven: license \(source of 2026-01-02\)\n/);
    expect(stdout).toMatch(/of 8 facts were checked more than 30 days ago\n$/);
  });
  it('is content where none is old', () =>
    expect(catalog('stale', '--days', '99999', '--data', data)).toMatchObject({ status: 0 }));
  it.each(['-1', 'x', '1.5'])('refuses --days=%s', (days) =>
    expect(catalog('stale', `--days=${days}`)).toMatchObject({
      status: 2,
      stderr: `--days: "${days}" is no whole number\n`,
    }),
  );
});

describe('catalog stats', () => {
  it('counts by share, seat, job and unknown', () => {
    const { status, stdout } = catalog('stats', '--data', data);
    expect(status).toBe(0);
    expect(stdout).toContain('2 tools, 2 of them judged: 1 Ship, 0 Split, 1 Skip.');
    expect(stdout).toMatch(/\| Skeptic +\| 1 +\| 1 +\| 50% +\|/);
    expect(stdout).toMatch(/\| Baking +\| 2 +\| 2 +\| 1 +\| 0 +\| 1 +\|/);
    expect(stdout).toMatch(/\| license +\| 0 +\| 2 +\|/);
  });
  it("does not put another folder's figures on our page", () =>
    expect(catalog('stats', '--data', data, '--write')).toMatchObject({ status: 2, stdout: '' }));
  it('names what it cannot read', () =>
    spoilt({ 'tools/pan.json': '{"id":"pan"}' }, (folder) =>
      expect(catalog('stats', '--data', folder)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^data\/tools\/pan.json: name: /) as string,
      }),
    ));
});

describe('catalog show', () => {
  it('prints an entry with its sources, pages and rivals, by a former id too', () => {
    const { status, stdout } = catalog('show', 'oven', '--data', data);
    expect(status).toBe(0);
    for (const part of ['## Oven', '**Panel:** Ship', 'Found on: pkg:github/someone/oven', 'offered: Pan'])
      expect(stdout).toContain(part);
    expect(catalog('show', 'skillet', '--data', data).stdout).toContain('## Pan');
  });
  it.each([
    [['ove'], 1, 'show: "ove" is no tool of the catalog; is it oven?\n'],
    [['__proto__'], 1, 'show: "__proto__" is no tool of the catalog\n'],
    [[], 2, 'show: which tool? As in: show axolotl\n'],
  ])('%j', (args, code, message) =>
    expect(catalog('show', ...args, '--data', data)).toMatchObject({ status: code, stderr: message }),
  );
});

describe('catalog sample', () => {
  it('draws the same facts for the same seed, each once, with their sources', () => {
    const draw = (seed: string) => catalog('sample', '8', '--seed', seed, '--data', data).stdout;
    expect(draw('7')).toBe(draw('7'));
    expect(draw('8')).not.toBe(draw('7'));
    const facts = draw('7')
      .match(/^\d+\. .*$/gm)!
      .map((line) => line.replace(/^\d+\. /, ''));
    expect(new Set(facts).size).toBe(8);
    expect(draw('7')).toContain('   README, seen 2026-01-02: https://a.example/');
  });
  it.each([
    [['5'], '--seed: is missing; without it nobody can draw the same\n'],
    [['--seed', '1'], 'sample: how many facts? As in: sample 50 --seed 7\n'],
    [['0', '--seed', '1'], 'COUNT: "0" is no whole number from 1 up\n'],
    [['5', '--seed', 'x'], '--seed: "x" is no whole number\n'],
    [['9', '--seed', '1'], 'COUNT: the catalog has 8 facts with a source\n'],
  ])('%j', (args, message) =>
    expect(catalog('sample', ...args, '--data', data)).toMatchObject({ status: 2, stderr: message }),
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

  it('tells each change of votes by day, newest first, and nothing else', () =>
    expect(
      catalog('log', '--repository', repository)
        .stdout.split(/(?=^## )/m)
        .slice(1),
    ).toEqual([
      '## 2026-01-06\n\n- Oven: no verdict any more (was Split · 50%)\n\n',
      '## 2026-01-05\n\n- Oven: Ship · 100% → Split · 50% (skeptic ship → skip, futurist ship → skip, creator no vote → ship)\n\n',
      '## 2026-01-02\n\n- Oven: Ship, 3 of 3 reviewers\n',
    ]));
  it('says that there is no history', () =>
    expect(catalog('log', '--repository', data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("log: needs the project's git history") as string,
    }));
});
