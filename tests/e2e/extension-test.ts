import type { Browser, Page, Viewport } from 'puppeteer-core';
import { describe, test as base } from 'vitest';
import type { Popup } from '../../harness/extension.ts';
import type { Answer, FakeWeb } from '../../harness/fake-web.ts';
import { noBadge } from '../../harness/content-scripts.ts';
import { openPrivate, type PrivateTab } from '../../harness/private-window.ts';
import { changeStored, storedGeneration } from '../../harness/stored-catalog.ts';
import { readItems, restoreItems, storeItems } from '../../harness/stored-items.ts';
import { targets, type Target } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { closeWelcomePage } from '../../harness/welcome-pages.ts';
import {
  installAnew,
  restartBrowser,
  sharedBrowser,
  stopSharedBrowser,
  uninstall,
} from './shared-browser.ts';

export const axolotl = 'https://github.com/axolotl-ai-cloud/axolotl';
export const sam3 = 'https://github.com/facebookresearch/sam3';
export const unknownRepository = 'https://github.com/someone/something';

// Each browser is a project of its own in vitest.config.ts.
const [target] = targets as [Target];

/** Names the browser in which the tests run. */
export const inEachBrowser = (name: string, tests: (target: Target) => void): void =>
  void describe(`${name} in ${target}`, () => tests(target));

type Visit = Partial<Answer> & { viewport?: Viewport; tab?: Page };
type Options = {
  beforeInstall?: (browser: Browser, web: FakeWeb) => Promise<unknown>;
  keepsWelcomePage?: boolean;
};

/**
 * The `test` of one file. The browser stays for the next file, the extension is installed anew for each; tabs, popups, stored
 * items and the variant of the fake web are after each test as they were before.
 */
export const extensionTest = ({ beforeInstall, keepsWelcomePage }: Options = {}) =>
  base
    .extend('target', { scope: 'worker' }, target)
    .extend('shared', { scope: 'worker' }, ({ target }, { onCleanup }) => {
      onCleanup(stopSharedBrowser);
      return sharedBrowser(target);
    })
    .extend('web', { scope: 'file' }, ({ shared: { web } }, { onCleanup }) => {
      onCleanup(() => web.reset());
      return web;
    })
    .extend('extension', { scope: 'file' }, async ({ shared, web, target }, { onCleanup }) => {
      try {
        await beforeInstall?.(shared.browser, web);
        const extension = await installAnew(target, shared.browser);
        onCleanup(() => uninstall(extension));
        await until('the stored catalog', () => extension.run(storedGeneration));
        if (!keepsWelcomePage) await closeWelcomePage(extension);
        return extension;
      } catch (error) {
        // Each test would fail in it, those of later files too; the next try has a new one.
        await restartBrowser(target);
        throw error;
      }
    })
    /** Opens an address in a tab that closes itself, or in a given one; the fake web may be told what to answer. */
    .extend('visit', ({ extension, web }, { onCleanup }) => {
      const pages: Page[] = [];
      const undo: (() => void)[] = [];
      onCleanup(async () => {
        web.use('logged-out');
        undo.forEach((each) => each());
        await closeAll(pages);
      });
      return async (url: string, { viewport, tab, ...answer }: Visit = {}) => {
        const { host, pathname, search } = new URL(url);
        if (answer.body !== undefined) undo.push(web.answer(host + pathname + search, answer as Answer));
        const page = tab ?? (await extension.newPage());
        if (!tab) pages.push(page);
        if (viewport) await page.setViewport(viewport);
        await page.goto(url);
        return page;
      };
    })
    /** Opens one of the extension's own pages in a tab that closes itself. */
    .extend('openPage', ({ extension }, { onCleanup }) => {
      const pages: Page[] = [];
      onCleanup(() => closeAll(pages));
      return async (path: string) => {
        const page = await extension.openPage(path);
        pages.push(page);
        return page;
      };
    })
    /** Clicks the toolbar button over a page, or over an address that it opens first; the popup closes itself. */
    .extend('openPopup', ({ extension, visit }, { onCleanup }) => {
      const popups: Popup[] = [];
      onCleanup(async () => {
        for (const popup of popups) if (await popup.isOpen()) await popup.close();
      });
      return async (over: Page | string) => {
        const popup = await extension.clickAction(typeof over === 'string' ? await visit(over) : over);
        popups.push(popup);
        return popup;
      };
    })
    /** Opens an address in a private window that closes itself. */
    .extend('openPrivate', ({ extension }, { onCleanup }) => {
      const opened: PrivateTab[] = [];
      onCleanup(async () => {
        for (const { page, close } of opened) if (!page.isClosed()) await close();
      });
      return async (url: string) => {
        const tab = await openPrivate(extension, url);
        opened.push(tab);
        return tab;
      };
    })
    /** Writes into the extension's own storage; what was there before is there again after the test. */
    .extend('store', ({ extension }, { onCleanup }) => {
      const undo: (() => Promise<void>)[] = [];
      onCleanup(async () => {
        for (const each of undo.reverse()) await each();
      });
      return async (items: Record<string, unknown>) => {
        const keys = Object.keys(items);
        const before = await readItems(extension, keys);
        undo.push(() => restoreItems(extension, keys, before));
        await storeItems(extension, items);
      };
    })
    .extend(
      'noBadge',
      ({ extension }) =>
        (page: Page) =>
          noBadge(extension, page),
    )
    /** Changes fields of a stored tool, or of its summary, as damage or a newer feed would; that lasts for the file. */
    .extend(
      'changeStored',
      ({ extension }) =>
        (...change: Parameters<typeof changeStored>) =>
          until(`the stored ${change[0]} ${change[1]}`, () => extension.run(changeStored, ...change)),
    );

async function closeAll(pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.close().catch(() => undefined)));
}
