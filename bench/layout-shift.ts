import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { rest } from '../harness/until.ts';
import type { BenchPage } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Running } from './running.ts';

const loads = 5;
const settledMs = 600;

/** How far a page's parts jump with our badge and with no extension on the page; the two should be equal. */
export async function layoutShift(
  { ours, none }: Running<'ours' | 'none'>,
  web: FakeWeb,
  page: BenchPage,
): Promise<Row> {
  web.use(page.variant);
  const shifts = await interleave({ ours, none }, loads, (extension) => load(extension, page));
  return compare(`layout shift: ${page.name}`, '', shifts.ours, shifts.none);
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
