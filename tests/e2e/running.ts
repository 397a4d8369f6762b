import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Extension, LaunchOptions, Popup } from '../../harness/extension.ts';
import { startFakeWeb, type FakeWeb } from '../../harness/fake-web.ts';
import { changeStored } from '../../harness/stored-catalog.ts';
import { launch } from '../../harness/launch.ts';
import { targets, type Target } from '../../harness/target.ts';
import { rest, until } from '../../harness/until.ts';

export const axolotl = 'https://github.com/axolotl-ai-cloud/axolotl';
export const sam3 = 'https://github.com/facebookresearch/sam3';
export const unknownRepository = 'https://github.com/someone/something';

/** What a test has in hand: the extension in its browser, the web around it, and pages that close by themselves. */
export type Running = {
  target: Target;
  web: FakeWeb;
  extension: Extension;
  /** Opens an address in a tab of its own. */
  visit(url: string): Promise<Page>;
  /** Writes into the extension's own storage, as its pages would. */
  store(items: Record<string, unknown>): Promise<void>;
  /** Changes fields of a stored tool, or of its summary, as damage or a newer feed would. */
  changeStored(what: 'tool' | 'summary', id: string, fields: Record<string, unknown>): Promise<void>;
};

/** Runs the same tests in each browser that was asked for. */
export function inEachBrowser(
  name: string,
  tests: (running: Running) => void,
  options: LaunchOptions = {},
): void {
  describe.each(targets)(`${name} in %s`, (target) => {
    const running = { target } as Running;
    let pages: Page[] = [];
    beforeAll(async () => {
      running.web = await startFakeWeb();
      running.extension = await launch(target, running.web, options);
      running.visit = async (url) => {
        const page = await running.extension.newPage();
        pages.push(page);
        await page.goto(url);
        return page;
      };
      running.store = async (items) => {
        const page = await running.extension.openPage('options.html');
        await page.evaluate(setItems, items);
        await page.close();
      };
      running.changeStored = async (what, id, fields) => {
        const page = await running.extension.openPage('options.html');
        // A page that opened before the catalog was stored has asked for another installation, which would undo this.
        await until('a stored catalog at rest', async () => {
          const before = await page.evaluate(storedGeneration);
          await rest(500);
          return before > 0 && before === (await page.evaluate(storedGeneration));
        });
        await until(`the stored ${what} ${id}`, () => page.evaluate(changeStored, what, id, fields));
        await page.close();
      };
    });
    afterEach(async () => {
      running.web.use('logged-out');
      await Promise.all(pages.map((page) => page.close().catch(() => {})));
      pages = [];
    });
    afterAll(async () => {
      await running.extension?.close();
      await running.web?.close();
    });
    tests(running);
  });
}

/** Waits until the popup shows a text. */
export function popupReads(popup: Popup, text: string): Promise<boolean> {
  return until(`“${text}” in the popup`, async () => (await popup.text()).includes(text));
}

type Area = {
  get(key: string): Promise<Record<string, { generation?: number } | undefined>>;
  set(items: object): Promise<void>;
};
type Api = { storage: { local: Area } };

// Runs inside a page of the extension.
function setItems(items: Record<string, unknown>): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  return (browser ?? chrome)!.storage.local.set(items);
}

// Runs inside a page of the extension.
async function storedGeneration(): Promise<number> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { catalog } = await (browser ?? chrome)!.storage.local.get('catalog');
  return catalog?.generation ?? 0;
}
