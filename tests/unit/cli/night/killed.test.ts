import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeKeys } from '../../../../cli/feed/keygen.ts';
import { verified } from '../../../../cli/feed/verify.ts';
import { readPublicKey } from '../../../../catalog/feed/signature.ts';
import { gitEnv, nightFolder, project, reportOf } from '../../../builders/night-folder.ts';

// Every step starts a program, many times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
afterAll(() => vi.resetConfig());

const { folder, at, git, writeCatalog, begin, setVersion } = nightFolder();
const program = join(project, 'cli/night.ts');
const killer = join(project, 'harness/kill-at.ts');
const report = at('report.json');

type Outcome = { status: number | null; signal: string | null; stderr: string };

/** Runs a command of the night in a clone, killed before its nth step to the outside where `killAt` is given. */
async function night(clone: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = { ...process.env, ...gitEnv, ...more };
  const child = spawn(process.execPath, ['--import', killer, program, ...args], { cwd: at(clone), env });
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  child.stdout.resume();
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { status, signal, stderr };
}

/** Every file below a folder with the hash of its bytes. */
function filesIn(name: string): string[] {
  if (!existsSync(at(name))) return [];
  return readdirSync(at(name), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .map(
      (path) =>
        `${path.slice(at(name).length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    )
    .sort();
}

/** Some steps to be killed before; most of them late, where a branch moves or a folder is replaced. */
function steps(count: number): number[] {
  const wanted = [Math.round(count / 2), count - 2, count - 1];
  return [...new Set(wanted)].filter((n) => n >= 1);
}

let key: string;
let base: string;

beforeAll(async () => {
  ({ key } = writeKeys(at('keys')));
  writeCatalog('start');
  base = begin('start');
  await night('start', ['sign', '--key', at('keys/feed-key.pem'), '--out', at('feed-before')]);
  setVersion('start', 'gradio', '6.99.0');
  const source = { key: 'github', url: 'https://github.com/streamlit/streamlit', title: 'GitHub' };
  const proposal = {
    ...{ tool: 'streamlit', path: ['maker'], is: 'Somebody else', source },
    ...{ kind: 'judgement' as const, list: 'Makers', says: 'the maker may have changed' },
  };
  writeFileSync(report, JSON.stringify(reportOf({ proposals: [proposal] })));
});

/**
 * A step once undisturbed, then killed at many places and run again, each time in a copy of the same clone; `args` of the command
 * with a folder for what it makes, `state` all that it leaves behind, `whole` what must hold wherever it was killed.
 */
async function survives(
  from: string,
  args: (out: string) => string[],
  state: (clone: string, out: string) => unknown,
  whole: (clone: string, out: string, before: unknown) => unknown,
): Promise<void> {
  const copy = (name: string) => {
    cpSync(at(from), at(name), { recursive: true });
    cpSync(at('feed-before'), at(`${name}-out`), { recursive: true });
    return [name, at(`${name}-out`)] as const;
  };
  const [clone, out] = copy(`${from}-${args('')[0]}`);
  const before = state(clone, `${clone}-out`);
  expect(await night(clone, args(out), { HULLMARK_COUNT: at(`${clone}-count`) })).toMatchObject({
    status: 0,
  });
  const end = state(clone, `${clone}-out`);
  expect(end).not.toEqual(before);
  const count = Number(readFileSync(at(`${clone}-count`), 'utf8'));
  expect(count).toBeGreaterThan(5);
  const killedAt = async (n: number) => {
    const [again, out] = copy(`${clone}-${n}`);
    const { signal } = await night(again, args(out), { HULLMARK_KILL_AT: String(n) });
    expect([n, signal]).toEqual([n, 'SIGKILL']);
    await whole(again, `${again}-out`, before);
    expect([n, await night(again, args(out))]).toEqual([n, { status: 0, signal: null, stderr: '' }]);
    expect([n, state(again, `${again}-out`)]).toEqual([n, end]);
  };
  await Promise.all(steps(count).map(killedAt));
}

describe('a night that is killed anywhere, and run again, ends as if it had not been', () => {
  // The date of a commit differs, and with it its id; what is in it does not.
  const committed = (clone: string) => ({
    commits: git(clone, 'log', '--format=%T %B').split('\n'),
    index: git(clone, 'diff', '--cached', '--name-only'),
    dirty: git(clone, 'status', '--porcelain'),
  });

  it('while it commits: one commit or none, never two', () =>
    survives(
      'start',
      () => ['commit', '--report', report],
      (clone) => committed(clone),
      (clone) => expect(Number(git(clone, 'rev-list', '--count', 'HEAD'))).toBeLessThanOrEqual(2),
    ));

  it('while it proposes: the same branches and the same bundle', async () => {
    await night('start', ['commit', '--report', report]);
    await survives(
      'start',
      (out) => ['propose', '--report', report, '--base', base, '--out', out],
      (clone, out) => ({
        refs: git(clone, 'for-each-ref', '--format=%(refname) %(objectname)').split('\n'),
        heads: existsSync(at(`${out}/night.bundle`))
          ? git(clone, 'bundle', 'list-heads', at(`${out}/night.bundle`))
          : '',
        files: filesIn(out).filter((file) => !file.startsWith('/night.bundle')),
      }),
      (clone) => expect(git(clone, 'rev-parse', 'HEAD')).toBe(git('start', 'rev-parse', 'HEAD')),
    );
  });

  it('while it signs: the feed before, the new one or none, never half of one', () =>
    survives(
      'start',
      (out) => ['sign', '--key', at('keys/feed-key.pem'), '--out', out],
      (_, out) => filesIn(out),
      async (_, out) => {
        if (!existsSync(at(out))) return;
        const { problems, sentences } = await verified(at(out), readPublicKey(key, 'key'));
        expect([problems, sentences[0]]).toEqual([[], expect.stringMatching(/version [12], 3 tools/)]);
      },
    ));
});

it('nothing is left outside of the folders that it was given', () => {
  expect(readdirSync(folder).filter((name) => /\.(next|before)$/.test(name))).toEqual([]);
});
