import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { bidi, contextOf } from './bidi.ts';
import type { BrowserOptions, Extension, InstallOptions } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { popupAfter, pressAction } from './firefox-popup.ts';
import * as inside from './firefox-privileged.ts';
import { firefoxWindow } from './firefox-window.ts';
import { viewport, zoomFirefox } from './media.ts';
import { killed } from './killed.ts';
import { inOwnPage } from './own-page.ts';
import { browserFor, buildOf, readGeckoId } from './target.ts';
import { until } from './until.ts';

// Firefox makes one up at each installation; with a profile of its own, the next start must find what this one stored.
const lastingUuid = '5a1e6f3c-2b7d-4c19-9e80-6d2f4b8a7c31';

/** Firefox over WebDriver BiDi, with a door to its privileged window for what BiDi has no words for. */
export async function installInFirefox(
  browser: Browser,
  { directory = buildOf('firefox-mv3') }: InstallOptions,
): Promise<Extension> {
  const id = readGeckoId(directory);
  await browser.installExtension(directory);
  const inWindow = await firefoxWindow(browser);
  const origin = `moz-extension://${await inWindow(inside.uuidOf, id)}/`;
  const state = () => inWindow(inside.backgroundState, id);
  const openPage = async (path: string) => openOwnPage(browser, await browser.newPage(), origin + path);

  return {
    target: 'firefox-mv3',
    browser,
    origin,
    newPage: () => browser.newPage(),
    openPage,
    run: inOwnPage(openPage),
    async clickAction(page) {
      await page.bringToFront();
      return pressAction(inWindow, id);
    },
    popupAfter: (act) => popupAfter(inWindow, act),
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
    setZoom: zoomFirefox,
    async update() {
      await browser.installExtension(directory);
    },
    remove: () => browser.uninstallExtension(id),
    grantFeedHost: (host) => inWindow(inside.addOrigin, id, `https://${host}/*`),
    grantHost: (host) => inWindow(inside.addOrigin, id, `https://${host}/*`),
    // The profile's own settings accept every request.
    acceptRequests: () => Promise.resolve(),
    revokeHost: (host) => inWindow(inside.removeOrigin, id, `https://${host}/*`),
    withholdSites: () => inWindow(inside.removeOrigins, id),
    close: () => browser.close(),
    kill: () => killed(browser),
  };
}

export const startFirefox = (
  web: FakeWeb,
  { headless = true, profile, storageKilobytes, alwaysPrivate }: BrowserOptions,
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
      ...(alwaysPrivate && { 'browser.privatebrowsing.autostart': true }),
      ...(profile && lasting()),
      // Accepts permission requests, which a driver cannot do.
      'extensions.webextOptionalPermissionPrompts': false,
      // A site's process waits for its next tab, which saves a tenth of all processor time (seen 2026-11).
      'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 4,
      'dom.ipc.keepProcessesAlive.webIsolated.max': 20,
      'intl.accept_languages': 'en-US',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.proxyPort,
      'network.proxy.no_proxies_on': '',
    },
  });

// An extension installed by a driver is a guest: without these, its data would go at the next start.
const lasting = () => ({
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.uuids': JSON.stringify({ [readGeckoId(buildOf('firefox-mv3'))]: lastingUuid }),
});

/** BiDi tells no load events of moz-extension: pages, so puppeteer's goto would wait in vain. */
async function openOwnPage(browser: Browser, page: Page, url: string): Promise<Page> {
  await bidi(browser, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
  const { pathname } = new URL(url);
  await until(`${url} to load`, () => page.evaluate(isLoaded, pathname));
  return page;
}

const isLoaded = (pathname: string) => location.pathname === pathname && document.readyState === 'complete';
