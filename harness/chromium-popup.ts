import type { Page } from 'puppeteer-core';
import type { Popup } from './extension.ts';
import { emulateMedia } from './media.ts';
import { until } from './until.ts';

/** Chromium's popup is a page like any other, save that it closes itself. */
export async function chromiumPopup(page: Page, isOpen: () => boolean): Promise<Popup> {
  const popup: Popup = {
    page,
    text: () => page.evaluate(() => document.body.innerText),
    html: () => page.evaluate(() => document.body.innerHTML),
    evaluate: (what, ...args) => page.evaluate(what as never, ...args),
    screenshot: () => page.screenshot(),
    press: (key) => page.keyboard.press(key),
    click: (selector) => page.click(selector),
    setColorScheme: (value) => emulateMedia(page, { name: 'prefers-color-scheme', value }),
    isOpen: () => Promise.resolve(isOpen()),
    async close() {
      await page.evaluate(() => window.close()).catch(() => undefined);
      await until('the popup to close', () => Promise.resolve(!isOpen()));
    },
  };
  await until('the popup to say something', () => popup.text());
  return popup;
}
