import type { Extension } from '../harness/extension.ts';
import { inTurn } from './interleave.ts';
import { heavy } from './pages.ts';
import type { Row } from './report.ts';
import type { Running } from './running.ts';
import { figure } from './statistics.ts';

/** The same page in a tab, without the time that the browser takes to make the popup's window. */
export async function popupInTab({ ours, floor }: Running<'ours' | 'floor'>, loads: number): Promise<Row> {
  const ms = await inTurn({ ours, floor }, loads, open);
  return {
    what: 'time to popup: its page in a tab',
    unit: 'ms',
    ours: figure(ms.ours),
    floor: figure(ms.floor),
  };
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

/** A popup in a tab would find itself in the active tab: the answer is changed, the question still asked. */
function pretendActiveTab(url: string): void {
  const { browser, chrome } = globalThis as Namespaces;
  for (const tabs of new Set([browser?.tabs, chrome?.tabs])) {
    const query = tabs?.query.bind(tabs);
    if (tabs && query) tabs.query = async (about) => (await query(about)).map((tab) => ({ ...tab, url }));
  }
}

/** The frame after the one in which the verdict stands has painted it. */
function recordVerdict(): void {
  (globalThis as Recorder).verdictPainted = new Promise((done) => {
    const look = () => {
      const isThere = document.querySelector('[data-verdict]')?.getClientRects().length;
      requestAnimationFrame(isThere ? () => done(performance.now()) : look);
    };
    requestAnimationFrame(look);
  });
}
