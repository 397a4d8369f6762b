import { rest } from '../harness/until.ts';
import type { Extension } from '../harness/extension.ts';
import type { BenchPage } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';
import { breakdownCategories, scriptParts, type ScriptParts, type TraceEvent } from './trace.ts';

// Long enough for what waits until the page is idle and the background has started.
const idleMs = 1_500;

/** Where the time of all our scripts on a page goes, the page observer's with it; Chromium only. */
export async function breakdown({ ours, baseline }: Pair, page: BenchPage, loads: number): Promise<Row[]> {
  const spent = await interleave({ ours, baseline }, loads, (extension) => load(extension, page));
  const row = (what: string, part: keyof ScriptParts) => {
    const times = (all: ScriptParts[]) => all.map((each) => each[part]);
    return compare(what, 'ms', times(spent.ours), times(spent.baseline));
  };
  return [
    row(`all scripts until the page is idle: ${page.name}`, 'all'),
    row('  skimming functions that are not called yet', 'skim'),
    row('  parsing', 'parse'),
    row('  compiling', 'compile'),
    row('  evaluating the script', 'evaluate'),
    row('  after storage or a message has answered', 'answers'),
    row('  listeners, observers and idle callbacks', 'callbacks'),
    row('  style and layout that they force', 'layout'),
  ];
}

async function load(extension: Extension, { url, name }: BenchPage): Promise<ScriptParts> {
  const page = await extension.newPage();
  await extension.stopBackground();
  await page.tracing.start({ categories: breakdownCategories });
  await page.goto(url);
  await rest(idleMs);
  const trace = await page.tracing.stop();
  await page.close();
  if (!trace) throw new Error(`Chromium gave no trace of the page "${name}".`);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  return scriptParts(traceEvents, extension.origin);
}
