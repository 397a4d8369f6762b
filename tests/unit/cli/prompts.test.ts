import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../../cli/catalog.ts';
import { newSite } from '../../../cli/new-site.ts';
import { run } from '../../builders/run-program.ts';
import { reference } from '../../builders/tool.ts';

const enter = '\r';
const controlC = '\x03';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-prompts-'));
  mkdirSync(join(folder, 'tools'));
  for (const [name, table] of Object.entries(reference))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(table));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A terminal on which somebody answers each question, known by words of it, with these keys. */
function terminal(answers: Record<string, string>) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = Object.entries(answers);
  let screen = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    if (!left[0] || !screen.includes(left[0][0])) return;
    screen = '';
    const [, keys] = left.shift()!;
    // Typed once the prompt listens, key by key as a person does.
    setImmediate(() => [...keys].forEach((key) => input.write(key)));
  });
  return { input, output, left };
}

const files = () => readdirSync(join(folder, 'tools'));

describe('catalog new on a terminal', () => {
  const answers = {
    'Address of its page': `https://github.com/Someone/Tea-Pot${enter}`,
    Id: enter,
    Name: enter,
    Maker: enter,
    Job: `brew${enter}`,
    Kind: `app${enter}`,
    Does: `Brews tea.${enter}`,
  };
  it('asks for what is missing and has the job chosen from a list', async () => {
    const typing = terminal(answers);
    const { status, stdout, stderr } = await run(catalog, ['new', '--data', folder], typing);
    expect([status, stderr, typing.left]).toEqual([0, '', []]);
    expect(stdout).not.toContain('Still blank');
    expect(JSON.parse(readFileSync(join(folder, 'tools/tea-pot.json'), 'utf8'))).toMatchObject({
      ...{ id: 'tea-pot', name: 'Tea-Pot', maker: 'Someone', job: 'brewing', kind: 'app' },
      does: 'Brews tea.',
    });
  });
  it('asks nothing that a flag answers', async () => {
    const { Id, Name, Does } = answers;
    const typing = terminal({ Id, Name, Does });
    const args = ['new', 'https://tea.example', '--maker', 'Someone', '--job', 'brewing', '--kind', 'app'];
    expect(await run(catalog, [...args, '--data', folder], typing)).toMatchObject({ status: 0, stderr: '' });
    expect(typing.left).toEqual([]);
  });
  it('shows what is wrong with an answer and lets it be corrected', async () => {
    const [clear, wrong] = ['\x15', `https://github.com/search${enter}`];
    const typing = terminal({
      'Address of its page': wrong,
      "is not the address of a tool's page": clear + answers['Address of its page'],
      Id: controlC,
    });
    expect(await run(catalog, ['new', '--data', folder], typing)).toMatchObject({ status: 130 });
    expect(typing.left).toEqual([]);
  });
  it('takes no job that is not in the list', async () => {
    const typing = terminal({
      Job: `mining${enter}`,
      'Choose one': `${'\x7f'.repeat(6)}brew${enter}`,
      Kind: controlC,
    });
    const args = ['new', 'https://tea.example', '--id', 'tea', '--name', 'Tea', '--maker', 'Someone'];
    expect(await run(catalog, [...args, '--data', folder], typing)).toMatchObject({ status: 130 });
    expect(typing.left).toEqual([]);
  });
  it.each(['Address of its page', 'Id', 'Job', 'Does'])('writes nothing after Ctrl-C at %s', async (at) => {
    const all = Object.entries(answers);
    const until = all.slice(
      0,
      all.findIndex(([question]) => question === at),
    );
    const typing = terminal(Object.fromEntries([...until, [at, controlC]]));
    const { status, stdout, stderr } = await run(catalog, ['new', '--data', folder], typing);
    expect([status, stdout, stderr]).toEqual([130, '', 'Stopped; nothing was written\n']);
    expect(files()).toEqual([]);
  });
  it('asks nothing without a terminal', async () => {
    const { status, stderr } = await run(catalog, ['new', '--data', folder]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^The address of its page is missing\n/)]);
  });
});

describe('new-site on a terminal', () => {
  const address = `https://hex.pm/packages/jason${enter}`;
  it('offers an answer to each question', async () => {
    mkdirSync(join(folder, 'sites'));
    mkdirSync(join(folder, 'harness'));
    for (const file of ['sites/index.ts', 'harness/pages-map.ts'])
      writeFileSync(join(folder, file), readFileSync(file));
    const typing = terminal({
      'Address of one': address,
      Name: enter,
      'as people': enter,
      Path: enter,
      Page: enter,
    });
    expect(await run(newSite, ['--root', folder], typing)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'sites/hex.ts'), 'utf8')).toContain("host: 'hex.pm'");
  });
  it('writes nothing after Ctrl-C', async () => {
    const typing = terminal({ 'Address of one': address, Name: controlC });
    expect(await run(newSite, ['--root', folder], typing)).toMatchObject({ status: 130, stdout: '' });
    expect(existsSync(join(folder, 'sites'))).toBe(false);
  });
});
