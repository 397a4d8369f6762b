import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { night } from '../../../../cli/night.ts';
import { nightFolder, gitEnv, project, reportOf } from '../../../builders/night-folder.ts';
import { run } from '../../../builders/run-program.ts';

const { at, git, writeCatalog, begin, setVersion } = nightFolder();
const own = process.cwd();
const proposal = {
  ...{ tool: 'streamlit', path: ['maker'], is: 'Somebody else', kind: 'judgement' as const },
  ...{ list: 'Makers', says: 'the maker may have changed' },
};
let base: string;

beforeAll(() => {
  writeCatalog('clone');
  base = begin('clone');
  Object.assign(process.env, gitEnv);
  process.chdir(at('clone'));
});
afterAll(() => {
  process.chdir(own);
  for (const name of Object.keys(gitEnv)) delete process.env[name];
});

async function propose(...proposals: (typeof proposal)[]) {
  writeFileSync(at('report.json'), JSON.stringify(reportOf({ proposals })));
  const { status, stderr } = await run(night, [
    'propose',
    '--report',
    at('report.json'),
    '--base',
    base,
    '--out',
    at('out'),
  ]);
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(at('out/proposals.tsv'), 'utf8');
}

function push() {
  const path = `${dirname(process.execPath)}:/usr/bin:/bin`;
  const env = { ...gitEnv, PATH: path, GITHUB_OUTPUT: at('github-output') };
  const { status, stdout, stderr } = spawnSync(
    'bash',
    [join(project, 'cli/night/push.sh'), at('out'), base, 'main'],
    {
      ...{ cwd: at('clone'), env, encoding: 'utf8' },
    },
  );
  git('clone', 'fetch', '--quiet', '--prune', 'origin');
  return { status, said: stdout + stderr };
}
const remote = (ref: string) => git('remote.git', 'rev-parse', ref);

describe('what a night pushes', () => {
  it('is the commit and a branch a list, and a second time nothing', async () => {
    setVersion('clone', 'gradio', '6.99.0');
    expect(await run(night, ['commit'])).toMatchObject({
      status: 0,
      stdout: 'data: 1 version (version 2)\n',
    });
    await propose(proposal);
    expect(push().status).toBe(0);
    const [main, makers] = [remote('main'), remote('proposals/makers')];
    expect(main).toBe(git('clone', 'rev-parse', 'HEAD'));
    expect(push().status).toBe(0);
    base = main;
    expect(await propose(proposal)).toContain(`makers\t${makers}\t${makers}\t`);
    expect(push().status).toBe(0);
    expect([remote('main'), remote('proposals/makers')]).toEqual([main, makers]);
  });
  it('replaces its own branch when it says something else, and deletes it when nothing is left', async () => {
    const before = remote('proposals/makers');
    await propose({ ...proposal, says: 'the maker has changed' });
    expect(push().status).toBe(0);
    expect(remote('proposals/makers')).not.toBe(before);
    expect(await propose()).toMatch(/^makers\t-\t/);
    expect(push().status).toBe(0);
    expect(() => remote('proposals/makers')).toThrow();
  });
  it('leaves a branch alone on which somebody works', async () => {
    await propose(proposal);
    push();
    git('clone', 'checkout', '--quiet', '-b', 'person', 'origin/proposals/makers');
    git('clone', 'commit', '--quiet', '--allow-empty', '--message', 'data: I have read the page');
    git('clone', 'push', '--quiet', 'origin', 'HEAD:proposals/makers');
    git('clone', 'checkout', '--quiet', 'main');
    git('clone', 'fetch', '--quiet', 'origin');
    const theirs = remote('proposals/makers');
    expect(await propose({ ...proposal, says: 'something else' })).toBe('');
    push();
    expect(await propose()).toBe('');
    push();
    expect(remote('proposals/makers')).toBe(theirs);
  });
  it('never replaces what somebody pushed meanwhile', async () => {
    await propose({ ...proposal, list: 'Others' });
    push();
    const before = remote('proposals/others');
    await propose({ ...proposal, list: 'Others', says: 'something else' });
    git('remote.git', 'update-ref', 'refs/heads/proposals/others', base);
    expect(push()).toMatchObject({
      status: 0,
      said: expect.stringContaining('has changed meanwhile and stays') as string,
    });
    expect([remote('proposals/others'), before]).toEqual([base, expect.any(String)]);
    git('remote.git', 'update-ref', '-d', 'refs/heads/proposals/others');
    git('clone', 'fetch', '--quiet', '--prune', 'origin');
  });
  it('is nothing at all where more than the catalog changed', async () => {
    const main = remote('main');
    mkdirSync(at('clone/cli'), { recursive: true });
    writeFileSync(at('clone/cli/evil.ts'), 'export {};\n');
    git('clone', 'add', 'cli');
    git('clone', 'commit', '--quiet', '--message', 'data: 1 version');
    await propose();
    expect(push()).toMatchObject({
      status: 1,
      said: expect.stringContaining('refs/night/main changes more than the catalog: cli/evil.ts') as string,
    });
    expect(remote('main')).toBe(main);
    git('clone', 'reset', '--quiet', '--hard', main);
  });
  it('is nothing where the branch has moved since', async () => {
    setVersion('clone', 'gradio', '7.0.0');
    await run(night, ['commit']);
    await propose();
    const tree = git('remote.git', 'rev-parse', 'main^{tree}');
    const moved = git('clone', 'commit-tree', tree, '-p', base, '-m', 'docs: meanwhile');
    git('clone', 'push', '--quiet', 'origin', `${moved}:refs/heads/main`);
    expect(push()).toMatchObject({
      status: 1,
      said: expect.stringContaining('main has moved since the night began') as string,
    });
    expect(remote('main')).toBe(moved);
  });
});
