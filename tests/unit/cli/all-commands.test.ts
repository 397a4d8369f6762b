import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArgDef, ArgsDef, CommandDef } from 'citty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../cli/run-command.ts';
import { run } from '../../builders/run-program.ts';

// Every file that can be started, so that a new command is tried without a word here.
const files = import.meta.glob<Record<string, unknown>>(['../../../cli/*.ts', '../../../bench/index.ts']);
const sources = import.meta.glob<string>(['../../../cli/*.ts', '../../../bench/index.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Defined = { path: string; words: string[]; program: Command; args: ArgsDef };

async function resolved(value: unknown): Promise<unknown> {
  return await (typeof value === 'function' ? (value as () => unknown)() : value);
}

async function* commandsOf(path: string): AsyncGenerator<Defined> {
  const name = /await runMain\(import\.meta\.filename, (\w+)\);/.exec(sources[path]!)?.[1];
  if (!name) return;
  const program = (await files[path]!())[name] as Command;
  const under = ((await resolved(program.subCommands)) ?? {}) as Record<string, unknown>;
  if (!Object.keys(under).length)
    yield { path, words: [], program, args: ((await resolved(program.args)) ?? {}) as ArgsDef };
  for (const [word, command] of Object.entries(under)) {
    const { args } = (await resolved(command)) as CommandDef;
    yield { path, words: [word], program, args: ((await resolved(args)) ?? {}) as ArgsDef };
  }
}

const all = (await Array.fromAsync(Object.keys(files), (path) => Array.fromAsync(commandsOf(path)))).flat();
const rows = all.map(
  (each) => [`${each.path.replace('../../../', '')} ${each.words.join(' ')}`, each] as const,
);

const entries = (args: ArgsDef) => Object.entries<ArgDef>(args);
const isText = ([, { type }]: [string, ArgDef]) => type !== 'boolean' && type !== 'positional';
const withRequired = (args: ArgsDef, value: string) =>
  entries(args)
    .filter(([, { required, type }]) => required || type === 'positional')
    .flatMap(([name, { type }]) => (type === 'positional' ? [value] : [`--${name}`, value]));

const plainLines = /^(?:(?! {4}at |.*\bfile:\/\/|.*node:internal)[^\p{Cc}\p{Zl}\p{Zp}]{0,600}\n)+$/u;
const sentenceAndUsage = /^(?:[^\n\p{Cc}]{1,600}\n){1,12}\n[^\n]+\n\nUSAGE n[^]*$/u;

let folder: string;
const ownFolder = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-commands-'));
  // Deep enough that a path upwards stays inside.
  const inner = join(folder, 'a/b/c');
  mkdirSync(join(inner, 'full/tools'), { recursive: true });
  writeFileSync(join(inner, 'file'), 'not what anyone wants');
  writeFileSync(join(inner, 'full/tools/broken.json'), '{"id": ');
  writeFileSync(join(inner, 'full/jobs.json'), '[]');
  writeFileSync(join(inner, 'full/manifest.json'), 'null');
  process.chdir(inner);
});
afterAll(() => {
  process.chdir(ownFolder);
  rmSync(folder, { recursive: true });
});

// So that a command that asks the sources of the catalog asks one of them for little.
const narrowed: Partial<Record<string, string>> = { refresh: '--only=endoflife' };

const inFolder = () => readdirSync(folder, { recursive: true }).map(String).sort();

/** Runs a command line that must end in a sentence and the usage, or in a few plain lines, and must write nothing then. */
async function runBadly({ program, words }: Defined, args: string[]): Promise<number> {
  const before = inFolder();
  const { status, stderr } = await run(program, [...words, ...args]);
  if (status === 0) {
    for (const path of inFolder()
      .filter((each) => !before.includes(each))
      .reverse())
      rmSync(join(folder, path), { recursive: true });
    return status;
  }
  expect([args, status, stderr]).toEqual([
    args,
    expect.toBeOneOf([1, 2]),
    expect.stringMatching(status === 2 ? sentenceAndUsage : plainLines),
  ]);
  expect(inFolder()).toEqual(before);
  return status;
}

async function isRefused(command: Defined, ...args: string[]): Promise<void> {
  expect([args, await runBadly(command, args)]).toEqual([args, 2]);
}

it('finds every program of the project', () => {
  const started = Object.entries(sources).filter(([, text]) => text.includes('runMain(import.meta.filename'));
  expect(new Set(all.map(({ path }) => path)).size).toBe(started.length);
  expect(all.length).toBeGreaterThan(20);
});

describe.each(rows)('%s', (_, command) => {
  const { args } = command;
  const texts = entries(args).filter(isText);

  it('refuses a value that is empty, cannot be seen or breaks the line', async () => {
    for (const value of ['', ' ', '\t', '\u200b', '\u2066\u2069', 'a\nb', '\u001b[31mred', 'a\u0085b']) {
      for (const [name] of texts) await isRefused(command, `--${name}=${value}`);
      if (entries(args).some(([, { type }]) => type === 'positional')) await isRefused(command, value);
    }
  });

  it('refuses an option that is doubled, without its value, with one too many or unknown', async () => {
    for (const [name, { type }] of entries(args)) {
      if (type === 'positional') continue;
      const flag = type === 'boolean' ? `--${name}` : `--${name}=x`;
      await isRefused(command, flag, flag);
      await isRefused(command, type === 'boolean' ? `--${name}=maybe` : `--${name}`);
      await isRefused(command, `--no-${name}`);
    }
    for (const unknown of ['--constructor', '--__proto__=x', '-x']) await isRefused(command, unknown);
  });

  it('refuses what is missing, and what is too much', async () => {
    if (entries(args).some(([, { required }]) => required)) await isRefused(command);
    const places = entries(args).filter(([, { type }]) => type === 'positional').length;
    const takesRest = Object.keys(args).some((name) => name.startsWith('...'));
    if (!takesRest) await isRefused(command, ...Array<string>(places + 1).fill('x'));
  });

  const narrow = (name: string) => {
    const only = narrowed[command.words[0] ?? ''];
    return only && !only.startsWith(`--${name}=`) ? [only] : [];
  };

  // A command without any text to misread starts what it is for, such as a browser.
  const isReading = texts.length || entries(args).some(([, { required }]) => required);
  it.runIf(isReading)(
    'says in a few plain lines what a value should have been, and then writes nothing',
    async () => {
      const values = [
        '1e9',
        'NaN',
        '=-1',
        '../../x',
        'file',
        'full',
        'file/under',
        'nowhere/at/all',
        '/dev/null/x',
        '__proto__',
        '`${x}`',
        'x'.repeat(2_000),
      ];
      for (const value of values) {
        const required = withRequired(args, value);
        if (required.length) await runBadly(command, required);
        for (const [name, { required: isRequired }] of texts)
          if (!isRequired) await runBadly(command, [...required, ...narrow(name), `--${name}=${value}`]);
      }
    },
  );
});
