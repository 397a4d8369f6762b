import { spawnSync } from 'node:child_process';
import { CliError } from '../cli-error.ts';

type Options = { input?: string; env?: Record<string, string> };

/** What git prints in the current folder, without the line break at the end; throws a CliError with git's own words. */
export function git(args: readonly string[], { input, env }: Options = {}): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    ...{ encoding: 'utf8', maxBuffer: Infinity, env: { ...process.env, ...env } },
    ...(input !== undefined && { input }),
  });
  if (status === 0) return stdout.replace(/\n$/, '');
  throw new CliError(
    `git ${args[0]}: ${(error?.message ?? stderr).trim() || `ended with exit code ${status}`}`,
  );
}

/** The same, or nothing where git refuses, as at a commit or a path that does not exist. */
export function gitOrNothing(args: readonly string[]): string | undefined {
  try {
    return git(args);
  } catch {
    return undefined;
  }
}

/** Lines of git's output; none where it printed nothing. */
export function gitLines(args: readonly string[]): string[] {
  return git(args).split('\n').filter(Boolean);
}

/** Many blobs by id, read by one process; `undefined` for ids that are not there. */
export function blobs(ids: readonly string[]): Map<string, string> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return new Map();
  const output = Buffer.from(git(['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` }));
  const read = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [id = '', type, size] = output.toString('utf8', at, end < 0 ? output.length : end).split(' ');
    at = (end < 0 ? output.length : end) + 1;
    if (type !== 'blob') continue;
    read.set(id, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return read;
}
