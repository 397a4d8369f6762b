import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { rest } from '../harness/until.ts';
import { inTurn } from './interleave.ts';
import type { BenchPage } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';

const loads = 5;
const settledMs = 600;

/** How far a page's parts jump with our badge and with no extension on the page; the two should be equal. */
export async function layoutShift(
  { ours, none }: Running<'ours' | 'none'>,
  web: FakeWeb,
  page: BenchPage,
): Promise<Row> {
  web.use(page.variant);
  const shifts = await inTurn({ ours, none }, loads, (extension) => load(extension, page));
  return {
    what: `layout shift: ${page.name}`,
    unit: '',
    ours: figure(shifts.ours),
    floor: figure(shifts.none),
  };
}

async function load(extension: Extension, { url }: BenchPage): Promise<number> {
  const page = await extension.newPage();
  await page.goto(url);
  await rest(settledMs);
  const shift = await page.evaluate(sumOfShifts);
  await page.close();
  return shift;
}

type LayoutShift = PerformanceEntry & { value: number };

/** Runs in the page; a page without any shift never calls the observer, so what it holds is taken from it. */
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
