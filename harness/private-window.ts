// Real private windows, with the extension allowed in them as a person allows it in the browser's settings.
import type { Page, Target as Tab } from 'puppeteer-core';
import { callSwitch } from './chromium-settings.ts';
import type { Extension, Popup } from './extension.ts';
import { pressAction } from './firefox-popup.ts';
import { allowInPrivate, openPrivateWindow } from './firefox-private.ts';
import { firefoxWindow, windowsOf } from './firefox-window.ts';
import { buildOf, isFirefox, readGeckoId } from './target.ts';
import { until } from './until.ts';

export type PrivateTab = {
  page: Page;
  /** Clicks the toolbar button of the private window. */
  clickAction(): Promise<Popup>;
  /** Closes the window; until then, Firefox opens new tabs in it. */
  close(): Promise<void>;
};

/** Opens an address in a private window of its own; the extension was allowed there before by `allowPrivate`. */
export async function openPrivate(extension: Extension, url: string): Promise<PrivateTab> {
  return isFirefox(extension.target) ? inFirefox(extension, url) : inChromium(extension, url);
}

/** Allows the extension in private windows, which starts it anew. */
export async function allowPrivate(extension: Extension): Promise<void> {
  const { target, browser, origin } = extension;
  if (isFirefox(target)) {
    const inWindow = await firefoxWindow(browser);
    await inWindow(allowInPrivate, readGeckoId(buildOf(target)));
  } else {
    // Only with its developer mode does Chromium start an unpacked extension a second time.
    await callSwitch(browser, 'updateProfileConfiguration', { inDeveloperMode: true });
    const extensionId = new URL(origin).host;
    await callSwitch(browser, 'updateExtensionConfiguration', { extensionId, incognitoAccess: true });
  }
  await until('the extension to be there again', () => extension.run(() => true));
}

async function inChromium(extension: Extension, url: string): Promise<PrivateTab> {
  const others = extension.browser.targets();
  await extension.run((address) => {
    const { chrome } = globalThis as unknown as { chrome: Windows };
    return chrome.windows.create({ url: address, incognito: true }).then(() => undefined);
  }, url);
  const page = await foundPage(extension, url, others);
  return { page, clickAction: () => extension.clickAction(page), close: () => page.close() };
}

type Windows = { windows: { create(of: { url: string; incognito: boolean }): Promise<unknown> } };

async function inFirefox(extension: Extension, url: string): Promise<PrivateTab> {
  const { browser, target } = extension;
  const others = browser.targets();
  const before = await windowsOf(browser);
  await (
    await firefoxWindow(browser)
  )(openPrivateWindow, url);
  const opened = await until('the private window', async () =>
    (await windowsOf(browser)).find((each) => !before.includes(each)),
  );
  const inWindow = await firefoxWindow(browser, opened);
  const page = await foundPage(extension, url, others);
  return {
    page,
    clickAction: () => pressAction(inWindow, readGeckoId(buildOf(target))),
    async close() {
      // The window takes with it what would tell that it is gone.
      await inWindow(() => window.close()).catch(() => undefined);
      await until('the private window to close', async () => !(await windowsOf(browser)).includes(opened));
    },
  };
}

const foundPage = ({ browser }: Extension, url: string, others: Tab[]) =>
  until(`${url} in a private window`, async () => {
    const target = browser.targets().find((each) => each.url() === url && !others.includes(each));
    return target && (await target.page());
  });
