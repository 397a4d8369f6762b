import type { Browser, Page as BrowserPage } from 'puppeteer-core';

/** The calls behind the switches of Chromium's own page of extensions. */
type Switches = {
  updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(to: {
    extensionId: string;
    hostAccess?: string;
    incognitoAccess?: boolean;
  }): Promise<void>;
  addHostPermission(id: string, origin: string): Promise<void>;
  removeHostPermission(id: string, origin: string): Promise<void>;
};

/** Uses one of them. */
export async function callSwitch<K extends keyof Switches>(
  browser: Browser,
  name: K,
  ...args: Parameters<Switches[K]>
): Promise<void> {
  const page = await settingsPage(browser);
  await page.evaluate(
    async (method, args) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: Page } };
      await chrome.developerPrivate[method]!(...args);
    },
    name,
    args,
  );
}

const opened = new WeakMap<Browser, BrowserPage>();

/** Chromium's own page of extensions, opened once a browser, since it is the heaviest page of all. */
async function settingsPage(browser: Browser): Promise<BrowserPage> {
  const before = opened.get(browser);
  if (before && !before.isClosed()) return before;
  const page = await browser.newPage();
  opened.set(browser, page);
  await page.goto('chrome://extensions/');
  return page;
}

type Page = Record<string, (...args: unknown[]) => Promise<void>>;
