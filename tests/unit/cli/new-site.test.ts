import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSite as program } from '../../../cli/new-site.ts';
import { pageIds } from '../../../sites/index.ts';
import { run } from '../../builders/run-program.ts';

const map = 'harness/pages-map.ts';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-sites-'));
  cpSync('sites', join(folder, 'sites'), { recursive: true });
  mkdirSync(join(folder, 'tests/e2e/harness'), { recursive: true });
  cpSync(map, join(folder, map));
});
afterAll(() => rmSync(folder, { recursive: true }));

const newSite = (...args: string[]) => run(program, [...args, '--root', folder]);

const written = (path: string) => readFileSync(join(folder, path), 'utf8');

const filesIn = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();

/** For each example of a site in the folder, the page ids it expects and those its sites give. */
function examplesOf(name: string, list: string): Record<string, [expected: string[], actual: string[]]> {
  const [index, site] = ['index', name].map((file) => JSON.stringify(join(folder, `sites/${file}.ts`)));
  const code = `
    const [{ pageIds }, { ${list} }] = await Promise.all([import(${index}), import(${site})]);
    console.log(JSON.stringify(Object.fromEntries(Object.entries(${list}).map(([url, ids]) => [url, [ids, pageIds(url)]]))));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return JSON.parse(run.stdout) as Record<string, [string[], string[]]>;
}

describe('new-site', () => {
  it('creates a site whose pages are below a section, and lists the next steps', async () => {
    const { status, stdout, stderr } = await newSite(
      'https://hex.pm/packages/Jason',
      '--id',
      'pkg:hex/:name',
    );
    expect([status, stderr]).toEqual([0, '']);
    for (const part of ['Wrote sites/hex.ts', 'off until somebody grants', 'pageTypes in sites/hex.ts'])
      expect(stdout).toContain(part);
    expect(written('sites/index.ts')).toContain("import { hex } from './hex.ts';");
    expect(written('sites/hex.ts')).toContain("access: 'optional'");
    expect(written('sites/hex.ts')).toContain('pathOf: (name) => `packages/${name}`');
    expect(written(map)).toContain("'hex.pm': (path) => savedPage('hex/page.html'");
    expect(readdirSync(join(folder, 'tests/pages/hex')).sort()).toEqual(['page.html', 'style.css']);
    const examples = examplesOf('hex', 'hexExamples');
    expect(examples['https://hex.pm/packages/Jason']).toEqual([['pkg:hex/jason'], ['pkg:hex/jason']]);
    expect(Object.values(examples).filter(([expected, actual]) => expected.join() !== actual.join())).toEqual(
      [],
    );
  });

  it('creates a site of owners whose own pages are not about tools', async () => {
    const address = 'https://www.bit-forge.example/Someone/oven';
    const { stdout } = await newSite(address, '--path', ':owner/:name', '--title', "Someone's forge");
    expect(stdout).toContain('first segments go into notOwners in sites/bit-forge.ts');
    expect(stdout).toContain('under www.');
    const examples = examplesOf('bit-forge', 'bitForgeExamples');
    expect(examples['https://bit-forge.example/Someone/oven']![1]).toEqual([
      'bit-forge.example/someone/oven',
    ]);
    expect(examples['https://bit-forge.example/login/oven']![1]).toEqual([]);
    expect(Object.values(examples).filter(([expected, actual]) => expected.join() !== actual.join())).toEqual(
      [],
    );
  });

  it.each([
    [
      'a title with quotes and markup',
      ['https://q.example/a/b', '--title', `"it's" \`$\{x}\` <b> --> $& {{name}} \\`],
    ],
    ['a host in letters of its own', ['https://bücher.example/лист/b', '--path', ':owner/:name']],
    ['a host in letters of its own', ['https://bücher.example/a.b-c/D_e', '--path', ':owner/:name']],
    ['a host of digits', ['https://4chan-tools.example.org/x/y']],
    ['parts with signs of regular expressions', ['https://signs.example/a.b-_/c.d', '--path', 'a.b-_/:name']],
    [
      'parts that are named like global objects',
      ['https://globals.example/constructor/toString', '--path', ':Object/:constructor'],
    ],
    ['a port and userinfo', ['https://me:secret@port.example:8443/a/b']],
    ['a host with quotes', [`https://a'b"c.example/x/y`]],
    ['a host with a template', ['https://a`${1}b.example/x/y']],
    ['a host with a dollar pattern', ['https://$1$&.example/x/y']],
    ['a path with a line break', ['https://breaks.example/x%0Ay/z']],
    ['a path with a quote', [`https://quotes.example/x'y/z`]],
    ['a path upwards', ['https://up.example/x/..%2f..%2fz']],
    ['a name upwards', ['https://up.example/x/z', '--name', '../up']],
    ['a name of the language', ['https://words.example/x/z', '--name', 'class']],
    ['a name of the file itself', ['https://words.example/x/z', '--name', 'is-name']],
    ['a title of two lines', ['https://lines.example/x/z', '--title', 'a\nb']],
    ['a title that turns the direction', ['https://lines.example/x/z', '--title', 'a\u202eb']],
    ['an owner that is none', ['https://own.example/login/z', '--path', ':owner/:name']],
    ['an id with a template', ['https://ids.example/x/z', '--id', 'pkg:oven/${process.exit()}/:name']],
    ['a part that the language knows', ['https://parts.example/x/z', '--path', ':await/:name']],
    ['a part that the file knows', ['https://parts.example/x/z', '--path', ':isName/:name']],
  ])('%s is quoted or refused in one sentence', async (_, args) => {
    const before = filesIn(folder);
    const { status, stdout, stderr } = await newSite(...args);
    if (status !== 0) {
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]+\n\nStarts the adapter/)]);
      expect(filesIn(folder)).toEqual(before);
      return;
    }
    const [, site] = /^Wrote sites\/([^/]*)\.ts and/.exec(stdout)!;
    const list = `${site!.replace(/-(.)/g, (__, letter: string) => letter.toUpperCase())}Examples`;
    const examples = Object.entries(examplesOf(site!, list));
    expect(examples.length).toBeGreaterThan(3);
    expect(examples.filter(([, [expected, actual]]) => expected.join() !== actual.join())).toEqual([]);
  });

  // The compiler takes two seconds here, and more on a busy machine.
  it('writes files that the compiler and the formatter accept', { timeout: 30_000 }, async () => {
    const options =
      '--ignoreConfig --noEmit --strict --noUncheckedIndexedAccess --noUnusedLocals --noUnusedParameters --skipLibCheck ' +
      '--allowImportingTsExtensions --module esnext --moduleResolution bundler --target esnext --types node';
    const roots = ['--typeRoots', 'node_modules/@types', join(folder, 'sites/index.ts')];
    const tsc = ['node_modules/typescript/bin/tsc', ...options.split(' '), ...roots];
    expect(spawnSync(process.execPath, tsc, { encoding: 'utf8' }).stdout).toBe('');
    const style = { ...(await resolveConfig('sites/index.ts')), parser: 'typescript' };
    for (const path of ['sites/hex.ts', 'sites/bit-forge.ts', 'sites/index.ts', map])
      expect([path, await check(written(path), style)]).toEqual([path, true]);
  });

  it('writes nothing at all where one of its files cannot be written', async () => {
    const before = [...filesIn(folder), written('sites/index.ts'), written(map)];
    rmSync(join(folder, 'tests/pages'), { recursive: true, force: true });
    writeFileSync(join(folder, 'tests/pages'), 'in the way');
    const { status, stderr } = await newSite('https://half.example/x/y');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^\S+\/tests\/pages\/half.* is a file where a folder is needed[^\n]*\n$/),
    ]);
    rmSync(join(folder, 'tests/pages'));
    const after = [...filesIn(folder), written('sites/index.ts'), written(map)];
    expect(after).toEqual(before.filter((path) => !/^tests\/pages(\/|$)/.test(path)));
  });

  it.each([
    [[], 2, "The address of one tool's page is missing"],
    [['hex.pm/packages/jason'], 2, 'is not the address of a page'],
    [['http://localhost/packages/jason'], 2, 'is not the address of a page'],
    [['https://a.example/'], 2, 'is not about one tool'],
    [['https://www.github.com/someone/oven'], 1, 'github.com is already a site: GitHub'],
    [['https://a.example/x/y', '--name', 'A B'], 2, '--name: "A B" is not a file name'],
    [['https://a.example/x/y', '--name', 'gitlab'], 1, 'sites/gitlab.ts already exists'],
    [['https://a.example/x/y', '--name', 'sites'], 1, 'sites/index.ts already uses the word sites'],
    [
      ['https://a.example/x/y', '--path', 'z/:name'],
      2,
      '--path: "z" is not in the address, which has x there',
    ],
    [
      ['https://a.example/x', '--path', ':a/:b'],
      2,
      '--path: ":b" is not in the address, which has nothing there',
    ],
    [['https://a.example/x/y', '--path', 'x/y'], 2, '--path: "x/y" has no part that varies'],
    [['https://a.example/x/y', '--path', ':a/:a'], 2, 'has two parts of the same name'],
    [['https://a.example/x/y', '--path', ':new/:name'], 2, '--path: ":new" is not a name for a part'],
    [['https://a.example/x/y%20z'], 2, '--path: "y z" is not a name'],
    [
      ['https://a.example/x/y', '--id', 'pkg:oven/:crate'],
      2,
      '--id: ":crate" is not a part of the path x/:name',
    ],
    [['https://a.example/x/y', '--id', 'pkg:oven/y'], 2, 'lacks a part that varies'],
    [
      ['https://a.example/a/b', '--path', ':a/:b', '--id', 'pkg:oven/:b/:a'],
      2,
      'does not end as the path :a/:b does',
    ],
    [['https://a.example/x/y', '--id', 'Oven/:name'], 2, '--id: "Oven/:name" is not a page id'],
  ])('%j says in one sentence what is wrong and writes nothing', async (args, code, message) => {
    const before = [readdirSync(join(folder, 'sites')), written('sites/index.ts')];
    const { status, stdout, stderr } = await newSite(...args);
    expect([status, stdout, stderr]).toEqual([code, '', expect.stringContaining(message)]);
    expect([readdirSync(join(folder, 'sites')), written('sites/index.ts')]).toEqual(before);
  });

  it('does not change our own sites when it writes elsewhere', () =>
    expect(pageIds('https://hex.pm/packages/jason')).toContain('hex.pm/packages/jason'));
});
