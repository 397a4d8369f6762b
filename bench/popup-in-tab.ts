import type { Extension } from '../harness/extension.ts';
import { heavy } from './pages.ts';
import { compare, type Row } from './report.ts';
import { interleave, type Pair } from './running.ts';

/** The popup's page in a tab, without the time that the browser takes to make the popup's window. */
export async function popupInTab({ ours, baseline }: Pair, loads: number): Promise<Row> {
  const ms = await interleave({ ours, baseline }, loads, open);
  return compare('time to popup: its page in a tab', 'ms', ms.ours, ms.baseline);
}

async function open(extension: Extension): Promise<number> {
  const page = await extension.newPage();
  await page.evaluateOnNewDocument(pretendActiveTab, heavy.url);
  await page.evaluateOnNewDocument(recordVerdict);
  await extension.stopBackground();
  await page.goto(`${extension.origin}popup.html`);
  const ms = await page.evaluate(() => (globalThis as Recorder).verdictPainted ?? NaN);
  await page.close();
  return ms;
}

type Recorder = { verdictPainted?: Promise<number> };
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

/** Runs in the page: the frame after the one that lays out the verdict has painted it. */
function recordVerdict(): void {
  (globalThis as Recorder).verdictPainted = new Promise((done) => {
    const look = () => {
      const isThere = document.querySelector('[data-verdict]')?.getClientRects().length;
      requestAnimationFrame(isThere ? () => done(performance.now()) : look);
    };
    requestAnimationFrame(look);
  });
}
