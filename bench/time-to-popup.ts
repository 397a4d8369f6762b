import type { Page } from 'puppeteer-core';
import type { Extension, Popup } from '../harness/extension.ts';
import type { FakeWeb } from '../harness/fake-web.ts';
import { until } from '../harness/until.ts';
import { heavy } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';

/** From the click on the toolbar button until the popup's text is painted, with the background stopped before. */
export async function timeToPopup({ ours, baseline }: Pair, web: FakeWeb, loads: number): Promise<Row> {
  web.use(heavy.variant);
  const pages = { ours: await openTool(ours), baseline: await openTool(baseline) };
  const ms = await interleave({ ours, baseline }, loads, (extension, each) => open(extension, pages[each]));
  await Promise.all([pages.ours.close(), pages.baseline.close()]);
  return compare('time to popup: from the toolbar', 'ms', ms.ours, ms.baseline);
}

async function openTool(extension: Extension): Promise<Page> {
  const page = await extension.newPage();
  await page.goto(heavy.url);
  return page;
}

// Firefox now and then gives no entry for a paint (seen 2026-11); the popup is then opened again.
const maxTries = 3;

async function open(extension: Extension, page: Page, tries = 1): Promise<number> {
  await extension.stopBackground();
  const popup = await extension.clickAction(page);
  const paint = until('the paint of the verdict in the popup', () => paintOf(popup));
  const ms = await paint.catch((error: unknown) => {
    if (tries === maxTries) throw error;
  });
  await popup.close();
  return ms ?? open(extension, page, tries + 1);
}

const paintOf = async (popup: Popup) =>
  (await popup.evaluate(() => Boolean(document.querySelector('[data-verdict]')))) &&
  popup.evaluate(largestPaint);

/** Runs in the popup: the browser's own time for the paint of its largest text; 0 while it is still loading. */
function largestPaint(): Promise<number> {
  return new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    setTimeout(() => done(0), 1_000);
  });
}
