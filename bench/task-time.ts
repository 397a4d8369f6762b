import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { rest } from '../harness/until.ts';
import type { BenchPage } from './pages.ts';
import { compare, figure, type Row } from './report.ts';
import { interleave, type Running } from './running.ts';

// Long enough for work that waits until the page is idle.
const afterLoadMs = 1_500;

/**
 * How much longer all tasks of a page's main thread take with our badge, and with a constant one, than with no extension on the
 * page: scripts, their worlds, style, layout and paint; in milliseconds of processor time. Chromium only.
 */
export async function taskTimeAdded(
  running: Running,
  web: FakeWeb,
  page: BenchPage,
  loads: number,
): Promise<Row> {
  web.use(page.variant);
  const spent = await interleave(running, loads, (extension) => load(extension, page));
  const without = figure(spent.none).median;
  const added = (all: number[]) => all.map((each) => each - without);
  return compare(`task time added: ${page.name}`, 'ms', added(spent.ours), added(spent.baseline));
}

async function load(extension: Extension, { url }: BenchPage): Promise<number> {
  const page = await extension.newPage();
  await extension.stopBackground();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await rest(afterLoadMs);
  const { metrics } = await cdp.send('Performance.getMetrics');
  await page.close();
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium gave no TaskDuration.');
  return seconds * 1000;
}
