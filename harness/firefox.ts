import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { bidi, contextOf } from './bidi.ts';
import type { Extension, LaunchOptions } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { isPopupOpen, popupHides } from './firefox-panel.ts';
import { firefoxPopup } from './firefox-popup.ts';
import * as inside from './firefox-privileged.ts';
import { firefoxWindow } from './firefox-window.ts';
import { viewport, zoomTo } from './media.ts';
import { browserFor, buildOf, readManifest, type Target } from './target.ts';
import { killed } from './killed.ts';
import { until } from './until.ts';

// Firefox makes one up at each installation; a fixed one tells the tests where the extension's pages are.
const uuid = '5a1e6f3c-2b7d-4c19-9e80-6d2f4b8a7c31';

/** Firefox over WebDriver BiDi, with a door to its privileged window for what BiDi has no words for. */
export async function launchFirefox(
  target: Target,
  web: FakeWeb,
  options: LaunchOptions,
): Promise<Extension> {
  const directory = options.directory ?? buildOf(target);
  const id = readManifest(directory).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${directory} names no gecko id.`);
  const browser = await startFirefox(web, id, options);
  try {
    await options.beforeInstall?.(browser);
    await browser.installExtension(directory);
    const inWindow = await firefoxWindow(browser);
    const origin = `moz-extension://${uuid}/`;
    const state = () => inWindow(inside.backgroundState, id);

    return {
      target,
      browser,
      origin,
      newPage: () => browser.newPage(),
      openPage: async (path) => openOwnPage(browser, await browser.newPage(), origin + path),
      async clickAction(page) {
        await page.bringToFront();
        // A popup that a failed test left open would be closed by the press instead.
        await inWindow(popupHides);
        await until('no popup', async () => !(await inWindow(isPopupOpen)));
        await inWindow(inside.triggerAction, id);
        return firefoxPopup(inWindow);
      },
      waitForPopup: () => firefoxPopup(inWindow),
      async stopBackground() {
        await inWindow(inside.terminateBackground, id);
        await until('the event page to stop', async () => (await state()) === 'stopped');
      },
      backgroundRuns: async () => (await state()) === 'running',
      async setColorScheme(page, scheme) {
        await page.bringToFront();
        await inWindow(inside.colorForemostTab, scheme);
      },
      setReducedMotion: (_page, reduced) => inWindow(inside.reduceMotion, reduced),
      setZoom: zoomTo,
      async update() {
        await browser.installExtension(directory);
      },
      remove: () => browser.uninstallExtension(id),
      grantFeedHost: (host) => inWindow(inside.addOrigin, id, `https://${host}/*`),
      grantHost: (host) => inWindow(inside.addOrigin, id, `https://${host}/*`),
      // The profile's own settings have said yes to every question.
      answerYes: () => Promise.resolve(),
      revokeHost: (host) => inWindow(inside.removeOrigin, id, `https://${host}/*`),
      withholdSites: () => inWindow(inside.removeOrigins, id),
      close: () => browser.close(),
      kill: () => killed(browser),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const startFirefox = (
  web: FakeWeb,
  id: string,
  { headless = true, profile, storageKilobytes }: LaunchOptions,
) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: browserFor('firefox-mv3'),
    headless,
    acceptInsecureCerts: true,
    ...(profile && { userDataDir: profile }),
    defaultViewport: headless ? viewport : null,
    // Without it Firefox opens neither moz-extension: pages nor its own window to a driver.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...(storageKilobytes && { 'dom.quotaManager.temporaryStorage.fixedLimit': storageKilobytes }),
      // An extension installed by a driver is a guest: without these, its data would go at the next start.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // The answer to a request for a right, which a driver could not give.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'intl.accept_languages': 'en-US',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.proxyPort,
      'network.proxy.no_proxies_on': '',
    },
  });

/** BiDi tells no load events of moz-extension: pages, so puppeteer's goto would wait in vain. */
async function openOwnPage(browser: Browser, page: Page, url: string): Promise<Page> {
  await bidi(browser, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
  const { pathname } = new URL(url);
  await until(`${url} to load`, () => page.evaluate(isLoaded, pathname));
  return page;
}

const isLoaded = (pathname: string) => location.pathname === pathname && document.readyState === 'complete';
