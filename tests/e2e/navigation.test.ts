import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeGone, badgeHost, badgeReads, badgeText } from '../../harness/badge.ts';
import type { FakeWeb } from '../../harness/fake-web.ts';
import { oneBadge } from '../../harness/one-badge.ts';
import { pageQuiet } from '../../harness/page-quiet.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords, sam3Words } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

type TestPage = Record<
  | 'swapAnchor'
  | 'rewriteAnchor'
  | 'removeThenAdd'
  | 'replaceBody'
  | 'replaceFrame'
  | 'restoreSnapshot'
  | 'softNavigate',
  (...args: unknown[]) => unknown
>;

const does = (page: Page, what: keyof TestPage, ...args: unknown[]) =>
  page.evaluate(
    async (name, args) => {
      await (window as unknown as { testPage: TestPage }).testPage[name](...args);
    },
    what,
    args,
  );

inEachBrowser('while the page changes, the badge', (target) => {
  for (const variant of ['logged-out', 'logged-in'] as const) {
    const arrive = async (web: FakeWeb, visit: (url: string) => Promise<Page>) => {
      web.use(variant);
      const page = await visit(axolotl);
      await badgeText(page);
      await oneBadge(page);
      return page;
    };

    test.for<[string, keyof TestPage, ...unknown[]]>([
      ['swaps the anchor for a new one in one task', 'swapAnchor'],
      ["rewrites the anchor's HTML", 'rewriteAnchor'],
      ['replaces the body', 'replaceBody', sam3],
      ['restores a copy of the page', 'restoreSnapshot'],
      ['removes the anchor and adds it 100 ms later', 'removeThenAdd', 100],
    ])(`is one badge when the ${variant} page %s`, async ([, what, ...args], { visit, web }) => {
      const page = await arrive(web, visit);
      await does(page, what, ...args);
      if (what === 'replaceBody') await badgeReads(page, sam3Words);
      await oneBadge(page);
    });

    test(`follows a visit to another tool, to none, and back, on a ${variant} page`, async ({
      visit,
      noBadge,
      web,
    }) => {
      const page = await arrive(web, visit);
      await does(page, 'replaceBody', sam3);
      await badgeReads(page, sam3Words);
      await does(page, 'replaceBody', unknownRepository);
      await badgeGone(page);
      await noBadge(page);
      await does(page, 'restoreSnapshot');
      await badgeReads(page, sam3Words);
      await oneBadge(page);
    });
  }

  test('follows the React router within one page', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await does(page, 'softNavigate', '/topics/llm');
    await badgeGone(page);
    await does(page, 'softNavigate', '/axolotl-ai-cloud/axolotl/issues');
    await badgeText(page);
  });

  test('comes when a page that had no tool becomes one', async ({ visit, noBadge }) => {
    const page = await visit('https://github.com/topics/llm');
    await noBadge(page);
    await does(page, 'replaceBody', axolotl);
    await badgeText(page);
    await oneBadge(page);
  });

  test('is still one badge after going on and back', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await page.goto(sam3);
    await badgeReads(page, sam3Words);
    // WebDriver hears of no load when a page comes back from the cache, so this waits for what is seen.
    await page.evaluate(() => history.back());
    await badgeReads(page, axolotlWords);
    await oneBadge(page);
  });

  // Firefox does not prerender.
  if (!isFirefox(target)) {
    test('is there when a page that was prerendered is shown', async ({ visit, web }) => {
      const page = await visit(unknownRepository);
      await page.evaluate((url) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
        document.head.append(rules);
      }, axolotl);
      await until('the prerendered page', () =>
        Promise.resolve(web.requests.some(({ path }) => path === new URL(axolotl).pathname)),
      );
      await Promise.all([
        page.waitForNavigation(),
        page.evaluate((url) => void location.assign(url), axolotl),
      ]);
      await oneBadge(page);
    });
  }

  test('does not fight another script over its place', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await (
      await badgeHost(page)
    ).evaluate((host) => {
      document.body.dataset.moves = '0';
      const push = new MutationObserver(() => {
        if (!host.isConnected || host.parentElement === document.body) return;
        document.body.dataset.moves = String(Number(document.body.dataset.moves) + 1);
        document.body.append(host);
      });
      push.observe(document, { childList: true, subtree: true });
      document.body.append(document.createElement('i'));
    });
    await pageQuiet(page);
    const moves = await page.$eval('body', (body) => Number(body.dataset.moves));
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(30);
  });
});
