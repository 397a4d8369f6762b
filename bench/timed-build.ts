// `node bench/timed-build.ts <arguments of feed build>`: a build in a process of its own, which prints its cost last.
import { feed } from '../cli/feed.ts';
import { runProgram } from '../cli/run-command.ts';

/** Milliseconds, and the most bytes of memory that the process ever had. */
export type BuildCost = { ms: number; peak: number };

const started = performance.now();
process.exitCode = await runProgram(feed, ['build', ...process.argv.slice(2)]);
const cost: BuildCost = { ms: performance.now() - started, peak: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(cost));
