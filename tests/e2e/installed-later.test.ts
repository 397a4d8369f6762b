import type { Page } from 'puppeteer-core';
import { badgeText } from '../../harness/badge.ts';
import { oneBadge } from '../../harness/one-badge.ts';
import { pageAt } from '../../harness/pages-map.ts';
import { reads } from '../../harness/shown-text.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

let page: Page;
let loading: Page;

const test = extensionTest({
  async beforeInstall(browser, web) {
    page = await browser.newPage();
    await page.goto(axolotl);
    // Its answer begins and never ends.
    web.serve('pypi.org', (path, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(pageAt('pypi.org', path, 'logged-out'));
    });
    loading = await browser.newPage();
    await loading.goto('https://pypi.org/project/axolotl/', { timeout: 1_000 }).catch(() => undefined);
  },
});

inEachBrowser('tabs open before the extension', () => {
  test('have a badge and a verdict in the popup while they are still loading', async ({ openPopup }) => {
    await badgeText(loading);
    await reads(await openPopup(loading), 'Axolotl');
  });

  test('get their badge, one each, and keep one when it is updated', async ({ extension }) => {
    await badgeText(page);
    await oneBadge(page);
    await extension.update();
    await oneBadge(page);
    await badgeText(page);
  });
});
