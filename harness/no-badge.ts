import type { Page } from 'puppeteer-core';
import { badgeCount } from './badge.ts';
import type { Extension } from './extension.ts';

/** Makes sure that the page has no badge and that none is on its way. */
export async function noBadge(extension: Extension, page: Page): Promise<void> {
  await scriptsSettled(extension, page);
  if (await badgeCount(page)) throw new Error(`A badge came on ${page.url()}.`);
}

/**
 * Waits until the extension's scripts on a page have been answered whatever they asked so far. A page that the extension has no
 * access to has no such script, and nothing to wait for.
 */
export async function scriptsSettled(extension: Extension, page: Page): Promise<void> {
  await extension.run(settle, await page.evaluate(() => location.href));
}

type Api = {
  tabs: { query(all: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript(what: { target: { tabId: number }; func: () => unknown }): Promise<unknown> };
  storage: { local: { get(key: string): Promise<unknown> } };
};

// Runs inside a page of the extension, which sees the address of a tab only where it has access.
async function settle(url: string): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const { tabs, scripting } = (browser ?? chrome)!;
  const shown = (await tabs.query({})).filter((tab) => tab.url === url);
  await Promise.all(shown.map(({ id }) => scripting.executeScript({ target: { tabId: id }, func: settled })));

  // Runs on the page, beside the content scripts.
  async function settled() {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const { local } = (browser ?? chrome)!.storage;
    if (document.readyState === 'loading')
      await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
    // Storage answers in the order in which it was asked, and a fork's upstream is asked for after the first answer.
    await local.get('settled');
    await local.get('settled');
  }
}
