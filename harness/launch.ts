import type { Browser } from 'puppeteer-core';
import { installInChromium, startChromium } from './chromium.ts';
import type { BrowserOptions, Extension, InstallOptions } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { installInFirefox, startFirefox } from './firefox.ts';
import { isFirefox, type Target } from './target.ts';

/** Starts the target's browser, with no extension in it and the fake web around it. */
export const startBrowser = (target: Target, web: FakeWeb, options: BrowserOptions = {}): Promise<Browser> =>
  isFirefox(target) ? startFirefox(web, options) : startChromium(web, options);

/** Installs the extension into a running browser. */
export const install = (
  target: Target,
  browser: Browser,
  options: InstallOptions = {},
): Promise<Extension> =>
  isFirefox(target) ? installInFirefox(browser, options) : installInChromium(browser, options);

/** Starts a browser of its own for the extension. */
export async function launch(
  target: Target,
  web: FakeWeb,
  options: BrowserOptions & InstallOptions = {},
): Promise<Extension> {
  const browser = await startBrowser(target, web, options);
  try {
    return await install(target, browser, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
}
