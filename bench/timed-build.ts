// `node bench/timed-build.ts <arguments of feed build>`: a build in a process of its own, which tells its parent what it took.
import { build } from '../cli/feed/build.ts';

/** Milliseconds, and the most bytes of memory that the process ever had. */
export type Taken = { ms: number; peak: number };

const started = performance.now();
await build.run(process.argv.slice(2));
const taken: Taken = { ms: performance.now() - started, peak: process.resourceUsage().maxRSS * 1024 };
process.send?.(taken);
