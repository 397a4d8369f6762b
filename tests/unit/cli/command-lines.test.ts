import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bench } from '../../../bench/index.ts';
import { canary } from '../../../cli/canary.ts';
import { catalog } from '../../../cli/catalog.ts';
import { facts } from '../../../cli/facts.ts';
import { feed } from '../../../cli/feed.ts';
import { identify } from '../../../cli/identify.ts';
import { newSite } from '../../../cli/new-site.ts';
import { run } from '../../builders/run-program.ts';

const programs = { canary, catalog, facts, feed, identify, 'new-site': newSite, bench };
const all: [name: keyof typeof programs, command: string | undefined][] = [
  ...['canary', 'catalog', 'facts', 'feed', 'identify', 'new-site', 'bench'].map((name) => [name, undefined]),
  ...['check', 'new', 'stale', 'stats', 'show', 'sample', 'log'].map((command) => ['catalog', command]),
  ...['keygen', 'build', 'verify', 'serve', 'atom', 'rotate'].map((command) => ['feed', command]),
] as never;
const runs = (name: keyof typeof programs, ...args: (string | undefined)[]) =>
  run(
    programs[name],
    args.filter((arg) => arg !== undefined),
  );
const oneSentence = /^[^\n]+\n\n[^\n]+\n\nUSAGE npm run /;

describe.each(all)('%s %s', (name, command) => {
  it.each(['--help', '-h'])('explains itself at %s', async (help) => {
    const { status, stdout, stderr } = await runs(name, command, help);
    expect([status, stderr]).toEqual([0, '']);
    const usage = new RegExp(`USAGE npm run (-s )?${name} --${command ? ` ${command}` : ''} .*\n`);
    expect(stdout).toMatch(usage);
    expect(stdout).toMatch(/\n(ARGUMENTS|OPTIONS|COMMANDS)\n/);
    expect(stdout).not.toContain('undefined');
  });
  it('refuses a flag that it does not know in one sentence with the usage', async () => {
    const { status, stdout, stderr } = await runs(name, command, '--frobnicate');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(oneSentence);
    if (command) expect(stderr).toMatch(/^Unknown option '--frobnicate'\n/);
  });
});

describe('a program with commands', () => {
  it.each([
    [[], 'Which command?'],
    [['frobnicate'], 'Unknown command "frobnicate"'],
    [['toString'], 'Unknown command "toString"'],
  ])('%j ends with its usage', async (args, sentence) => {
    for (const program of [catalog, feed]) {
      const { status, stderr } = await run(program, args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(oneSentence)]);
      expect(stderr).toContain(sentence);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['catalog', ['show', 'oven', 'pan'], 'Unexpected argument "pan"'],
    ['catalog', ['show', '--data'], "Option '--data <value>' argument missing"],
    ['catalog', ['check', '--data='], '--data: is empty'],
    ['catalog', ['check', '--write-schema=yes'], "Option '--write-schema' does not take an argument"],
    ['catalog', ['stats', '--no-write'], "Unknown option '--no-write'"],
    ['feed', ['build', '--key', 'x'], 'Missing required argument: --version'],
    ['bench', ['--loads', '0'], '--loads: "0" is not a whole number from 1 up'],
  ] as const)('%s %j is explained', async (name, args, sentence) => {
    const { status, stderr } = await runs(name, ...args);
    expect([status, stderr.split('\n')[0]]).toEqual([2, sentence]);
    expect(stderr).toMatch(oneSentence);
  });
});

it.each(['canary', 'catalog', 'facts', 'feed', 'identify', 'new-site'])(
  'cli/%s.ts starts from the command line',
  (name) => {
    const { status, stdout } = spawnSync(process.execPath, [`cli/${name}.ts`, '--help'], {
      encoding: 'utf8',
      env: { ...process.env, TEST: '', CI: '' },
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('USAGE npm run')]);
  },
);
