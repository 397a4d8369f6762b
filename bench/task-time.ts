import type { Extension } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { rest } from '../harness/until.ts';
import type { Contender } from './extensions.ts';
import { inTurn } from './interleave.ts';
import type { BenchPage } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';

// Long enough for what is put off until the page is idle.
const afterLoadMs = 1_500;

/**
 * What all tasks of a page's main thread take more with our badge, and with a constant one, than with no extension on the
 * page: scripts, their worlds, style, layout and paint; in milliseconds of processor time. Only Chromium can tell.
 */
export async function taskTimeAdded(
  running: Running<Contender>,
  web: FakeWeb,
  page: BenchPage,
  loads: number,
): Promise<Row> {
  web.use(page.variant);
  const spent = await inTurn(running, loads, (extension) => load(extension, page));
  const without = figure(spent.none).median;
  const added = (all: number[]) => figure(all.map((each) => each - without));
  return {
    what: `task time added: ${page.name}`,
    unit: 'ms',
    ours: added(spent.ours),
    floor: added(spent.floor),
  };
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
  if (seconds === undefined) throw new Error('Chromium tells no TaskDuration.');
  return seconds * 1000;
}
