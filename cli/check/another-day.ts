import { pathToFileURL } from 'node:url';
import { x } from 'tinyexec';
import { root } from '../root.ts';

const clockAhead = pathToFileURL(`${root}harness/clock-ahead.ts`).href;

// Past every age that is looked at: a week, 90 days, a year, two.
const daysAhead = 800;

/** Unit tests that fail 800 days from now: no test may depend on the day it runs. */
export async function anotherDayProblems(): Promise<string> {
  const env = { HULLMARK_DAYS_AHEAD: String(daysAhead), NODE_OPTIONS: `--import ${clockAhead}` };
  const args = ['run', '--project', 'unit', '--reporter=dot'];
  const { exitCode, stdout, stderr } = await x('vitest', args, { nodeOptions: { cwd: root, env } });
  return exitCode === 0 ? '' : `${daysAhead} days from now:\n${stderr || stdout}`;
}
