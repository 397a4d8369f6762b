import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../cli/catalog.ts';
import { feed } from '../../../cli/feed.ts';
import { verified } from '../../../cli/feed/verify.ts';
import { night } from '../../../cli/night.ts';
import { readPublicKey } from '../../../catalog/feed/signature.ts';
import { gitEnv, nightFolder, project, reportOf } from '../../builders/night-folder.ts';
import { run } from '../../builders/run-program.ts';

const text = readFileSync('docs/publishing.md', 'utf8');
/** The lines of each block of commands, in order. */
const blocks = [...text.matchAll(/^ *```sh\n([^]*?)^ *```$/gm)].map(([, lines = '']) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
);
const programs = { catalog, feed, night };

const { at, git, writeCatalog, begin, setVersion } = nightFolder();
const own = process.cwd();

beforeAll(() => {
  writeCatalog('clone');
  begin('clone');
  // The address that setup reads, while git goes to the remote of this test.
  git('clone', 'remote', 'set-url', 'origin', 'https://github.com/acme/hull.git');
  git('clone', 'config', `url.${at('remote.git')}.insteadOf`, 'https://github.com/acme/hull.git');
  Object.assign(process.env, gitEnv);
  process.chdir(at('clone'));
});
afterAll(() => {
  process.chdir(own);
  for (const name of Object.keys(gitEnv)) delete process.env[name];
});

/** A line as a shell would take it, but for programs of ours, which run here. */
async function command(line: string): Promise<void> {
  const [, name, rest = ''] = /^npm run (catalog|feed|night) -- (.*)$/.exec(line) ?? [];
  if (name) {
    const { status, stderr } = await run(programs[name as keyof typeof programs], rest.split(' '));
    expect([line, status, stderr]).toEqual([line, 0, '']);
    return;
  }
  const path = `${dirname(process.execPath)}:/usr/bin:/bin`;
  const script = line.replace(/^cli\//, join(project, 'cli/'));
  const { status, stderr } = spawnSync('bash', ['-e', '-c', script], {
    env: { ...gitEnv, PATH: path },
    encoding: 'utf8',
  });
  expect([line, status, stderr]).toEqual([line, 0, expect.any(String)]);
}

const block = (beginning: string) => blocks.find(([first = '']) => first.startsWith(beginning)) ?? [];

describe('docs/publishing.md', () => {
  it('names only commands, flags and scripts that exist', async () => {
    const lines = blocks.flat().filter((line) => line.startsWith('npm run'));
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) {
      const [, name = '', sub = '', rest = ''] = /^npm run (\w+) -- ([\w-]+)(.*)$/.exec(line) ?? [];
      const all = programs[name as keyof typeof programs]?.subCommands as Record<
        string,
        () => Promise<{ args: object }>
      >;
      expect([line, Object.keys(all ?? {})]).toEqual([line, expect.arrayContaining([sub])]);
      const flags = [...rest.matchAll(/ --([\w-]+)/g)].map(([, flag]) => flag);
      expect([line, Object.keys((await all[sub]!()).args)]).toEqual([line, expect.arrayContaining(flags)]);
    }
  });
  it('has the secrets and variables of release.yml, and the days of refresh.yml', () => {
    const release = readFileSync(join(project, '.github/workflows/release.yml'), 'utf8');
    const used = [...release.matchAll(/(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name!);
    const table = text.slice(text.indexOf('## Releases and stores'));
    expect([...table.matchAll(/`((?:CHROME|EDGE|FIREFOX)_\w+)`/g)].map(([, name]) => name).sort()).toEqual(
      used.sort(),
    );
    const refresh = readFileSync(join(project, '.github/workflows/refresh.yml'), 'utf8');
    const [, minute, hour] = /cron: '(\d+) (\d+) /.exec(refresh)!;
    expect(text).toContain(`${hour!.padStart(2, '0')}:${minute} UTC`);
    expect(text).toContain(`valid for ${/--expires (\d+)d/.exec(refresh)![1]} days`);
  });
  it('leads from a clone to a signed feed, command by command', async () => {
    for (const line of [...block('npm run night -- setup'), ...block('git commit --all')])
      await command(line);
    setVersion('clone', 'gradio', '6.99.0');
    mkdirSync(at('night'));
    writeFileSync(at('night/report.json'), JSON.stringify(reportOf()));
    // Whatever asks or checks the whole catalog is run in the test of the whole night.
    for (const line of block('npm run catalog -- refresh'))
      if (!line.startsWith('npm run catalog')) await command(line);
    expect(git('remote.git', 'log', '-1', '--format=%s', 'main')).toBe('data: 1 version');
    expect(existsSync(at('site/index.html'))).toBe(true);
  });
  it('passes the feed on to another key, and those with the first one follow', async () => {
    const before = readFileSync(at('keys/feed-key.pub'), 'utf8').trim();
    const lines = block('npm run feed -- keygen').filter((line) => !line.startsWith('gh '));
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      if (line.startsWith('git commit')) git('clone', 'add', 'data');
      await command(line);
    }
    for (const line of block('npm run catalog -- refresh'))
      if (/ -- (?:commit|sign|site)/.test(line)) await command(line.replace('../keys', '../new-keys'));
    const { problems, sentences } = await verified(at('site/feed'), readPublicKey(before, 'key'));
    expect([problems, sentences[1]]).toEqual([[], expect.stringContaining('to which keys.json leads')]);
  });
  it('does not sign with a key that nothing leads to', async () => {
    await command('npm run feed -- keygen --out ../third-keys');
    await command('npm run night -- setup --keys ../third-keys');
    git('clone', 'commit', '--quiet', '--all', '--message', 'product: a third key');
    setVersion('clone', 'gradio', '7.0.0');
    await command('npm run night -- commit');
    const { status, stderr } = await run(night, [
      'sign',
      '--key',
      at('third-keys/feed-key.pem'),
      '--out',
      at('third'),
    ]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('run npm run feed -- rotate first')]);
    expect(existsSync(at('third'))).toBe(false);
  });
});
