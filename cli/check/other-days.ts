import { pathToFileURL } from 'node:url';
import { x } from 'tinyexec';
import { root } from '../root.ts';

const clockAhead = pathToFileURL(`${root}harness/clock-ahead.ts`).href;

/** Unit tests that fail 8, 100 or 800 days from now: no test may depend on the day it runs. */
export async function otherDayProblems(): Promise<string> {
  const problems = [];
  for (const days of [8, 100, 800]) {
    const env = { HULLMARK_DAYS_AHEAD: String(days), NODE_OPTIONS: `--import ${clockAhead}` };
    const args = ['run', '--project', 'unit', '--reporter=dot'];
    const { exitCode, stdout, stderr } = await x('vitest', args, { nodeOptions: { cwd: root, env } });
    if (exitCode !== 0) problems.push(`${days} days from now:\n${stderr || stdout}`);
  }
  return problems.join('\n');
}
