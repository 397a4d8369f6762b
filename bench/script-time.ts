import { badgeCount } from '../harness/badge.ts';
import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { rest } from '../harness/until.ts';
import { inTurn } from './interleave.ts';
import type { BenchPage } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';
import { categories, scriptTime, type ScriptTime, type TraceEvent } from './trace.ts';

// Storage answers after the load on a quick page; what comes later is not the load's.
const afterLoadMs = 300;

/** What the content script costs a page; only Chromium can tell. */
export async function contentScriptTime(
  { ours, floor }: Running<'ours' | 'floor'>,
  web: FakeWeb,
  page: BenchPage,
  badges: number,
  loads: number,
): Promise<Row[]> {
  web.use(page.variant);
  const spent = await inTurn({ ours, floor }, loads, (extension, contender) =>
    load(extension, page, contender === 'ours' ? badges : undefined),
  );
  const rows = (part: keyof ScriptTime) => ({
    unit: 'ms' as const,
    ours: figure(spent.ours.map((each) => each[part])),
    floor: figure(spent.floor.map((each) => each[part])),
  });
  return [
    { what: `script time: ${page.name}`, ...rows('script') },
    { what: '  style and layout it asks for early', ...rows('layout') },
    { what: '  the longest piece of it', ...rows('longest') },
  ];
}

async function load(extension: Extension, { url, name }: BenchPage, badges?: number): Promise<ScriptTime> {
  const page = await extension.newPage();
  await extension.stopBackground();
  await page.tracing.start({ categories });
  await page.goto(url);
  await rest(afterLoadMs);
  const trace = await page.tracing.stop();
  const shown = await badgeCount(page);
  await page.close();
  if (!trace) throw new Error(`Chromium gave no trace of the page "${name}".`);
  if (badges !== undefined && shown !== badges)
    throw new Error(`The page "${name}" shows ${shown} badges, not ${badges}.`);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const spent = scriptTime(traceEvents, extension.origin);
  if (spent.script === 0)
    throw new Error(`The trace of the page "${name}" names no script of the extension.`);
  return spent;
}
