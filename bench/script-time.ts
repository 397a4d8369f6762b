import { badgeCount } from '../harness/badge.ts';
import type { Extension } from '../harness/extension.ts';
import { rest } from '../harness/until.ts';
import type { BenchPage } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';
import { categories, scriptTime, type ScriptTime, type TraceEvent } from './trace.ts';

// On a quick page storage answers after the load; anything later does not belong to it.
const afterLoadMs = 300;

/** What the content script costs a page; Chromium only. */
export async function contentScriptTime(
  { ours, baseline }: Pair,
  page: BenchPage,
  loads: number,
): Promise<Row[]> {
  const spent = await interleave({ ours, baseline }, loads, (extension) =>
    load(extension, page, extension === ours),
  );
  const row = (what: string, part: keyof ScriptTime) => {
    const times = (all: ScriptTime[]) => all.map((each) => each[part]);
    return compare(what, 'ms', times(spent.ours), times(spent.baseline));
  };
  return [
    row(`script time: ${page.name}`, 'script'),
    row('  style and layout that it forces', 'layout'),
    row('  its longest piece', 'longest'),
  ];
}

async function load(
  extension: Extension,
  { url, name, badges }: BenchPage,
  isOurs: boolean,
): Promise<ScriptTime> {
  const page = await extension.newPage();
  await extension.stopBackground();
  await page.tracing.start({ categories });
  await page.goto(url);
  await rest(afterLoadMs);
  const trace = await page.tracing.stop();
  const shown = await badgeCount(page);
  await page.close();
  if (!trace) throw new Error(`Chromium gave no trace of the page "${name}".`);
  if (isOurs && shown !== badges) throw new Error(`The page "${name}" shows ${shown} badges, not ${badges}.`);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const spent = scriptTime(traceEvents, extension.origin);
  if (spent.script === 0) throw new Error(`The trace of the page "${name}" has no script of the extension.`);
  return spent;
}
