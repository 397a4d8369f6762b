import puppeteer, { TargetType, type Browser, type Page, type Target as BrowserTarget } from 'puppeteer-core';
import { chromiumPopup } from './chromium-popup.ts';
import { callSwitch } from './chromium-settings.ts';
import type { BrowserOptions, Extension, InstallOptions } from './extension.ts';
import type { FakeWeb } from './fake-web.ts';
import { emulateMedia, viewport, zoomTo } from './media.ts';
import { killed } from './killed.ts';
import { inOwnPage, plainPage } from './own-page.ts';
import { browserFor, buildOf, readManifest } from './target.ts';
import { until } from './until.ts';

/** Chromium over CDP: it loads the unpacked extension itself and shows the popup as a page. */
export async function installInChromium(
  browser: Browser,
  { directory = buildOf('chrome-mv3') }: InstallOptions,
): Promise<Extension> {
  const popupPath = readManifest(directory).action?.default_popup ?? '';
  const id = await browser.installExtension(directory);
  const origin = `chrome-extension://${id}/`;
  const ownTabs = new WeakSet<BrowserTarget>();
  const worker = () =>
    browser
      .targets()
      .find((each) => each.type() === TargetType.SERVICE_WORKER && each.url().startsWith(origin));
  await until('the service worker to start', () => Promise.resolve(worker()));

  // A popup.html that a test has opened in a tab is not the popup.
  const popupTarget = () =>
    browser
      .targets()
      .find(
        (each) =>
          each.type() === TargetType.PAGE && each.url().startsWith(origin + popupPath) && !ownTabs.has(each),
      );
  const waitForPopup = async () => {
    const found = await until('the popup to open', () => Promise.resolve(popupTarget()));
    return chromiumPopup(await found.asPage(), () => browser.targets().includes(found));
  };

  const openPage = async (path: string) => {
    const page = await browser.newPage();
    ownTabs.add(page.target());
    await page.goto(origin + path);
    return page;
  };

  return {
    target: 'chrome-mv3',
    browser,
    origin,
    newPage: () => browser.newPage(),
    openPage,
    run: inOwnPage(openPage),
    async clickAction(page) {
      await page.bringToFront();
      const extension = (await browser.extensions()).get(id);
      if (!extension) throw new Error('The extension is not installed.');
      await page.triggerExtensionAction(extension);
      return waitForPopup();
    },
    async popupAfter(act) {
      await act();
      return waitForPopup();
    },
    async stopBackground() {
      await (await worker()?.worker())?.close();
      await until('the service worker to stop', () => Promise.resolve(!worker()));
    },
    backgroundRuns: () => Promise.resolve(Boolean(worker())),
    setColorScheme: (page, value) => emulateMedia(page, { name: 'prefers-color-scheme', value }),
    setReducedMotion: (page, reduced) =>
      emulateMedia(page, { name: 'prefers-reduced-motion', value: reduced ? 'reduce' : 'no-preference' }),
    setZoom: zoomTo,
    async update() {
      await browser.installExtension(directory);
    },
    remove: () => browser.uninstallExtension(id),
    grantFeedHost: () => Promise.resolve(),
    async grantHost(host) {
      await allowAhead(browser, id, [host]);
      await ask(await openPage(plainPage), `https://${host}/*`);
    },
    acceptRequests: (hosts) => allowAhead(browser, id, hosts),
    revokeHost: (host) => callSwitch(browser, 'removeHostPermission', id, `https://${host}/*`),
    withholdSites: () =>
      callSwitch(browser, 'updateExtensionConfiguration', { extensionId: id, hostAccess: 'ON_CLICK' }),
    close: () => browser.close(),
    kill: () => killed(browser),
  };
}

export const startChromium = (web: FakeWeb, { headless = true, profile }: BrowserOptions) =>
  puppeteer.launch({
    browser: 'chrome',
    executablePath: browserFor('chrome-mv3'),
    headless,
    pipe: true,
    enableExtensions: true,
    ...(profile && { userDataDir: profile }),
    defaultViewport: headless ? viewport : null,
    args: [
      // Chromium refuses to sandbox itself as root, and as anyone else it must not run without.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-US',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--proxy-server=http://127.0.0.1:${web.proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      `--ignore-certificate-errors-spki-list=${web.fingerprint}`,
    ],
  });

// Automation cannot press the button of Chromium's prompt; but what the browser's settings have allowed before, the
// extension's request is granted without one.
async function allowAhead(browser: Browser, id: string, hosts: string[]): Promise<void> {
  for (const host of hosts) await callSwitch(browser, 'addHostPermission', id, `https://${host}/*`);
}

/** Presses a button that requests a permission, as a page of the extension may have one anywhere. */
async function ask(page: Page, origin: string): Promise<void> {
  await page.evaluate((wanted) => {
    const button = document.createElement('button');
    button.id = 'asks';
    button.textContent = 'Ask';
    button.onclick = () => {
      const { chrome } = globalThis as unknown as { chrome: Asking };
      void chrome.permissions
        .request({ origins: [wanted] })
        .then((granted) => (button.name = String(granted)));
    };
    document.body.prepend(button);
  }, origin);
  await page.click('#asks');
  await until(`a yes for ${origin}`, () => page.$('#asks[name=true]'));
  await page.close();
}

type Asking = { permissions: { request(of: { origins: string[] }): Promise<boolean> } };
