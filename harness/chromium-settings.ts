import type { Browser } from 'puppeteer-core';

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
  ...given: Parameters<Switches[K]>
): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async (method, takes) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: Page } };
      await chrome.developerPrivate[method]!(...takes);
    },
    name,
    given,
  );
  await page.close();
}

type Page = Record<string, (...given: unknown[]) => Promise<void>>;
