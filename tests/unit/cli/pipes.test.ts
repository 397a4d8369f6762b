import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

type Ended = { code: number | null; signal: string | null; stderr: string };

/** Starts a program of `cli/`, closes the end of a pipe that reads what it writes, and tells how it ended. */
async function ended(
  args: string[],
  closed?: 'stdout' | 'stderr',
  stdio: StdioOptions = 'pipe',
): Promise<Ended> {
  const child = spawn(process.execPath, args, { stdio, env: { ...process.env, TEST: '', CI: '' } });
  const stderr = child.stderr && closed !== 'stderr' ? text(child.stderr) : Promise.resolve('');
  if (closed) child[closed]!.destroy();
  child.stdin?.end(`${'https://github.com/someone/oven\n'.repeat(5_000)}`);
  // Where the program has ended already, nobody reads its input any more.
  child.stdin?.on('error', () => undefined);
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { code, signal, stderr: await stderr };
}

// All others start by the same function (all-commands.test.ts).
const programs = ['identify', 'catalog', 'checksums'];

describe('a pipe that nobody reads any more', () => {
  it.each(programs)('ends cli/%s.ts without a word', async (name) => {
    expect(await ended([`cli/${name}.ts`, '--help'], 'stdout')).toEqual({
      code: 141,
      signal: null,
      stderr: '',
    });
  });
  it('ends one that has much more to print', async () => {
    expect(await ended(['cli/identify.ts', '-'], 'stdout')).toEqual({ code: 141, signal: null, stderr: '' });
  });
  it('ends one that only has an error to tell', async () => {
    const { code, signal } = await ended(['cli/identify.ts', '--frobnicate'], 'stderr');
    expect([code, signal]).toEqual([141, null]);
  });
});

it('an input that is a folder is refused in one sentence', async () => {
  const folder = openSync(tmpdir(), 'r');
  expect(await ended(['cli/identify.ts', '-'], undefined, [folder, 'pipe', 'pipe'])).toEqual({
    ...{ code: 1, signal: null, stderr: 'Standard input is a folder, not addresses\n' },
  });
});

it('Ctrl-C ends a command without a trace and leaves nothing behind', async () => {
  const out = mkdtempSync(join(tmpdir(), 'hullmark-stopped-'));
  const keys = await ended(['cli/feed.ts', 'keygen', '--out', out]);
  expect(keys).toMatchObject({ code: 0, stderr: '' });
  const args = `build --synthetic 3000 --key ${out}/feed-key.pem --version 1 --expires 30d --out ${out}/feed --published 2026-11-22`;
  const child = spawn(process.execPath, ['cli/feed.ts', ...args.split(' ')], { stdio: 'pipe' });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const isBuilding = () =>
    existsSync(`${out}/feed`) && readdirSync(`${out}/feed`).join().includes('.building');
  await expect.poll(isBuilding, { timeout: 15_000, interval: 5 }).toBe(true);
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  expect([code, await stdout, await stderr]).toEqual([130, '', '']);
  expect(readdirSync(`${out}/feed`).filter((name) => name.startsWith('.building'))).toEqual([]);
  rmSync(out, { recursive: true });
});
