import type { Page } from 'puppeteer-core';
import type { Extension, Popup } from '../harness/extension.ts';
import { until } from '../harness/until.ts';
import { heavy } from './pages.ts';
import { timeToPaint } from './paint.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';

/** From the popup's navigation, which the click on the toolbar button begins, until the verdict is painted, with the background stopped before. */
export async function timeToPopup({ ours, baseline }: Pair, times: number): Promise<Row> {
  const pages = { ours: await ours.newPage(), baseline: await baseline.newPage() };
  for (const page of Object.values(pages)) await page.goto(heavy.url);
  const ms = await interleave({ ours, baseline }, times, (extension, each) => open(extension, pages[each]));
  for (const page of Object.values(pages)) await page.close();
  return compare('time to popup: the verdict, from the toolbar', 'ms', ms.ours, ms.baseline);
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
  popup.evaluate(verdictPaint);

type Painted = PerformanceEntry & { element: Element | null };

/** Runs in the popup: the browser's own time for the first paint of a text of the verdict; 0 while there is none. */
function verdictPaint(): Promise<number> {
  return new Promise((done) => {
    const verdict = document.querySelector('[data-verdict]')?.parentElement;
    const isVerdict = ({ element }: Painted) => Boolean(element && verdict?.contains(element));
    new PerformanceObserver((list) =>
      done((list.getEntries() as Painted[]).find(isVerdict)?.startTime ?? 0),
    ).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => done(0), 1_000);
  });
}

/** The popup's page in a tab, where it knows nothing ahead and waits for the catalog, and no window has to be made. */
export async function popupInTab({ ours, baseline }: Pair, times: number): Promise<Row> {
  const ms = await interleave({ ours, baseline }, times, async (extension) => {
    const page = await extension.newPage();
    await page.evaluateOnNewDocument(pretendActiveTab, heavy.url);
    await extension.stopBackground();
    const painted = await timeToPaint(page, `${extension.origin}popup.html`, '[data-verdict]');
    await page.close();
    return painted;
  });
  return compare('time to popup: the verdict from the catalog, in a tab', 'ms', ms.ours, ms.baseline);
}

type Tabs = { query(about: object): Promise<{ url?: string }[]> };
type Namespaces = Partial<Record<'browser' | 'chrome', { tabs?: Tabs }>>;

/** Runs in the page: the popup would find its own tab to be the active one, so the tab's address is replaced. */
function pretendActiveTab(url: string): void {
  const { browser, chrome } = globalThis as Namespaces;
  for (const tabs of new Set([browser?.tabs, chrome?.tabs])) {
    const query = tabs?.query.bind(tabs);
    if (tabs && query) tabs.query = async (about) => (await query(about)).map((tab) => ({ ...tab, url }));
  }
}
