import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canary } from '../../../cli/canary.ts';
import { savedPage } from '../../../harness/saved-page.ts';
import { run } from '../../builders/run-program.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hullmark-canary-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function save(name: string, html: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  return file;
}
async function read(...args: string[]) {
  const { status, stdout, stderr } = await run(canary, args);
  const lines = stdout.split('\n').filter(Boolean);
  return {
    status,
    stderr: stderr.trim(),
    read: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const names = { owner: 'someone', name: 'oven', version: '1.2.0' };
const repository = savedPage('github/repository-logged-out.html', names);
const project = savedPage('pypi/project-2026.html', names);
const ofRepository = 'https://github.com/someone/oven';
const ofProject = 'https://pypi.org/project/oven/';

describe('pages that read as ours do', () => {
  it('are printed one a line, from a folder, with what is read', async () => {
    save(`${encodeURIComponent(ofProject)}.html`, project);
    save('deep/repository.html', `<!-- saved from url=(0031)${ofRepository} -->\n${repository}`);
    save('deep/repository.txt', 'no page');
    const { status, stderr, read: lines } = await read(folder);
    expect([status, stderr]).toEqual([0, '']);
    expect(lines).toEqual([
      expect.objectContaining({ url: ofRepository, ids: ['pkg:github/someone/oven'], namesItself: true }),
      {
        file: join(folder, `${encodeURIComponent(ofProject)}.html`),
        url: ofProject,
        ids: ['pkg:pypi/oven'],
        anchor: 'h1.project-header__name',
        namesItself: true,
        facts: { version: '1.2.0', license: 'Apache-2.0' },
      },
    ]);
  });
  it('have their address beside them, or are given it', async () => {
    const file = save('page.html', project);
    expect((await read('--url', ofProject, file)).status).toBe(0);
    writeFileSync(`${file}.url`, `${ofProject}\n`);
    expect((await read(file)).read[0]).toMatchObject({ url: ofProject });
  });
  it('say what a fork was forked from', async () => {
    const fork = savedPage('github/fork.html', names);
    const {
      read: [line],
    } = await read('--url', ofRepository, save('fork.html', fork));
    expect(line).toMatchObject({ forkOf: 'pkg:github/axolotl-ai-cloud/axolotl' });
  });
  it('lack facts only where none of their kind has them', async () => {
    const bare = project.replaceAll('spdx', 'x');
    const files = [
      save('a.html', `<!-- ${ofProject} -->${bare}`),
      save('b.html', `<!-- ${ofProject} -->${project}`),
    ];
    expect(await read(...files)).toMatchObject({ status: 0, stderr: '' });
    expect(await read(files[0]!)).toMatchObject({ status: 1 });
  });
  it('may warn instead of stating a version', async () => {
    const file = save('q.html', savedPage('pypi/quarantined.html', names));
    const {
      status,
      read: [line],
    } = await read('--url', ofProject, file);
    expect([status, line!.facts]).toEqual([0, { license: 'Apache-2.0', warning: 'quarantined' }]);
  });
});

describe('what no longer reads is named, with exit code 1', () => {
  it.each<[string, string, string, string]>([
    [
      'an anchor',
      ofProject,
      project.replaceAll('project-header__name', 'new-name'),
      'none of the anchors of PyPI is found',
    ],
    ['a fact', ofProject, project.replaceAll('spdx', 'x'), 'no license is read'],
    [
      'the license of a repository',
      ofRepository,
      repository.replaceAll('Apache-2.0 license', 'x'),
      'no license is read',
    ],
    [
      'the name of the project',
      ofProject,
      '<!doctype html><title>Client Challenge</title>',
      'does not name its project',
    ],
  ])('%s', async (_, url, html, sentence) => {
    const file = save('page.html', html);
    const { status, stderr } = await read('--url', url, file);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${file}: ${sentence}`)]);
  });
});

describe('bad input is explained', () => {
  it('without a file', async () => expect((await read()).status).toBe(2));
  it('in a folder without pages', async () =>
    expect(await read(folder)).toMatchObject({ status: 1, stderr: `${folder}: there is no HTML file` }));
  it('without an address', async () => {
    const { status, stderr } = await read(save('page.html', project));
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('its address is not known; give it with --url'),
    ]);
  });
  it('with one address for two files', async () => {
    const { status, stderr } = await read('--url', ofProject, save('a.html', ''), save('b.html', ''));
    expect([status, stderr.split('\n')[0]]).toEqual([2, '--url: goes only with one file']);
  });
});
