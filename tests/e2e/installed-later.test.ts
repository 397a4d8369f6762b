import type { Page } from 'puppeteer-core';
import { badgeText } from '../../harness/badge.ts';
import { oneBadge } from '../../harness/one-badge.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

let page: Page;

const test = extensionTest({
  async beforeInstall(browser) {
    page = await browser.newPage();
    await page.goto(axolotl);
  },
});

inEachBrowser('tabs open before the extension', () => {
  test('get their badge, one each, and keep one when it is updated', async ({ extension }) => {
    await badgeText(page);
    await oneBadge(page);
    await extension.update();
    await oneBadge(page);
    await badgeText(page);
  });
});
