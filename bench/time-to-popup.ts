import type { Page } from 'puppeteer-core';
import type { Extension, Popup } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { until } from '../harness/until.ts';
import { inTurn } from './interleave.ts';
import { heavy } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';

/** From the start of the real toolbar popup until its words are on screen, the background stopped before. */
export async function timeToPopup(
  { ours, floor }: Running<'ours' | 'floor'>,
  web: FakeWeb,
  loads: number,
): Promise<Row> {
  web.use(heavy.variant);
  const pages = { ours: await openTool(ours), floor: await openTool(floor) };
  const ms = await inTurn({ ours, floor }, loads, (extension, each) => open(extension, pages[each]));
  await Promise.all([pages.ours.close(), pages.floor.close()]);
  return {
    what: 'time to popup: from the toolbar',
    unit: 'ms',
    ours: figure(ms.ours),
    floor: figure(ms.floor),
  };
}

async function openTool(extension: Extension): Promise<Page> {
  const page = await extension.newPage();
  await page.goto(heavy.url);
  return page;
}

// Firefox keeps the entry of a paint back now and then; the popup is then opened anew.
const mostTries = 3;

async function open(extension: Extension, page: Page, tries = 1): Promise<number> {
  await extension.stopBackground();
  const popup = await extension.clickAction(page);
  const paint = until('the paint of the verdict in the popup', () => paintOf(popup));
  const ms = await paint.catch((error: unknown) => {
    if (tries === mostTries) throw error;
  });
  await popup.close();
  return ms ?? open(extension, page, tries + 1);
}

const paintOf = async (popup: Popup) =>
  (await popup.evaluate(() => Boolean(document.querySelector('[data-verdict]')))) && popup.evaluate(largestPaint);

/** Runs in the popup: the browser's own time of the paint of its largest text, which a popup still loading has not. */
function largestPaint(): Promise<number> {
  return new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    setTimeout(() => done(0), 1_000);
  });
}
