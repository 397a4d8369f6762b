import type { Extension } from '../harness/extension.ts';
import { rest } from '../harness/until.ts';
import type { BenchPage } from './pages.ts';
import { compare, figure, type Row } from './report.ts';
import { interleave, type Running } from './running.ts';

// Long enough for work that waits until the page is idle.
const idleMs = 1_500;
const settledMs = 600;

/**
 * How much longer all tasks of a page's main thread take with our badge, and with a constant one, than with no extension on the
 * page: scripts, their worlds, style, layout and paint; in milliseconds of processor time. Chromium only.
 */
export async function taskTimeAdded(running: Running, page: BenchPage, loads: number): Promise<Row> {
  const spent = await interleave(running, loads, (extension) => taskTime(extension, page));
  const without = figure(spent.none).median;
  const added = (all: number[]) => all.map((each) => each - without);
  return compare(`task time added: ${page.name}`, 'ms', added(spent.ours), added(spent.baseline));
}

async function taskTime(extension: Extension, { url }: BenchPage): Promise<number> {
  const page = await extension.newPage();
  await extension.stopBackground();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await rest(idleMs);
  const { metrics } = await cdp.send('Performance.getMetrics');
  await page.close();
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium gave no TaskDuration.');
  return seconds * 1000;
}

/** How far a page's parts jump with our badge and with no extension on the page; the two should be equal. */
export async function layoutShift({ ours, none }: Running, page: BenchPage): Promise<Row> {
  const shifts = await interleave({ ours, none }, 5, (extension) => shiftOf(extension, page));
  return compare(`layout shift: ${page.name}`, '', shifts.ours, shifts.none);
}

async function shiftOf(extension: Extension, { url }: BenchPage): Promise<number> {
  const page = await extension.newPage();
  await page.goto(url);
  await rest(settledMs);
  const shift = await page.evaluate(sumOfShifts);
  await page.close();
  return shift;
}

type LayoutShift = PerformanceEntry & { value: number };

/** Runs in the page. Without any shift the observer is never called, so its records are taken at the end. */
async function sumOfShifts(): Promise<number> {
  let sum = 0;
  const add = (entries: PerformanceEntry[]) =>
    entries.forEach((each) => (sum += (each as LayoutShift).value));
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await new Promise((done) => setTimeout(done, 100));
  add(observer.takeRecords());
  return sum;
}
