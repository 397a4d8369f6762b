import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { x } from 'tinyexec';
import { CliError } from '../cli/cli-error.ts';
import { writeKeys } from '../cli/feed/keygen.ts';
import type { BuildCost } from './timed-build.ts';

const script = fileURLToPath(new URL('timed-build.ts', import.meta.url));

/** A feed of made-up tools below a folder, its public key, and what builds a version in which so many tools differ from the first. */
export function syntheticFeed(folder: string, size: number) {
  const { privateFile, key } = writeKeys(folder);
  const feed = join(folder, 'feed');
  const args = ['--synthetic', String(size), '--key', privateFile, '--out', feed];
  const dates = ['--expires', '400d', '--published', new Date().toISOString().slice(0, 10)];
  /** In a process of its own, so that its memory can be measured; throws a CliError with what it printed if it fails. */
  async function build(version: number, changed = 0): Promise<BuildCost> {
    const edition = ['--version', String(version), '--changed', String(changed)];
    const { exitCode, stdout, stderr } = await x(process.execPath, [script, ...args, ...dates, ...edition]);
    if (exitCode === 0) return JSON.parse(stdout.trim().split('\n').at(-1)!) as BuildCost;
    throw new CliError(`Building a feed ended with ${exitCode ?? 'a signal'}: ${stderr.slice(0, 500)}`);
  }
  return { feed, key, build };
}
