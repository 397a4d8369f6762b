import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { badgeCount, badgeGone, badgeReads, badgeText, noBadge } from '../../harness/badge.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, inEachBrowser, sam3, unknownRepository } from './running.ts';

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
    async (name, given) => {
      await (window as unknown as { testPage: TestPage }).testPage[name](...given);
    },
    what,
    args,
  );

/** One badge, in the page, beside the name; and it stays one. */
async function oneBadge(page: Page) {
  await until('one badge beside the name', async () => {
    const placed = await page.$('span[data-hullmark=after], span[data-hullmark=float]');
    return Boolean(placed) && (await badgeCount(page)) === 1;
  });
  await new Promise((done) => setTimeout(done, 200));
  expect(await badgeCount(page)).toBe(1);
}

inEachBrowser('through what pages do, the mark', (running) => {
  for (const variant of ['logged-out', 'logged-in'] as const) {
    const arrive = async () => {
      running.web.use(variant);
      const page = await running.visit(axolotl);
      await badgeText(page);
      await oneBadge(page);
      return page;
    };

    it.each<[string, keyof TestPage, ...unknown[]]>([
      ['swaps the anchor for a new one in one task', 'swapAnchor'],
      ["rewrites the anchor's HTML", 'rewriteAnchor'],
      ['replaces the body', 'replaceBody', sam3],
      ['restores a copy of the page', 'restoreSnapshot'],
      ['removes the anchor and adds it 100 ms later', 'removeThenAdd', 100],
    ])(`is one badge when the ${variant} page %s`, async (_, what, ...args) => {
      const page = await arrive();
      await does(page, what, ...args);
      if (what === 'replaceBody') await badgeReads(page, 'Ship 100% older version');
      await oneBadge(page);
    });

    it(`follows a visit to another tool, to none, and back, on a ${variant} page`, async () => {
      const page = await arrive();
      await does(page, 'replaceBody', sam3);
      await badgeReads(page, 'Ship 100% older version');
      await does(page, 'replaceBody', unknownRepository);
      await badgeGone(page);
      await noBadge(page);
      await does(page, 'restoreSnapshot');
      await badgeReads(page, 'Ship 100% older version');
      await oneBadge(page);
    });
  }

  it('follows the React router within one page', async () => {
    const page = await running.visit(axolotl);
    await badgeText(page);
    await does(page, 'softNavigate', '/topics/llm');
    await badgeGone(page);
    await does(page, 'softNavigate', '/axolotl-ai-cloud/axolotl/issues');
    await badgeText(page);
  });

  it('comes when a page that had no tool becomes one', async () => {
    const page = await running.visit('https://github.com/topics/llm');
    await noBadge(page, 200);
    await does(page, 'replaceBody', axolotl);
    await badgeText(page);
    await oneBadge(page);
  });

  it('is still one badge after going on and back', async () => {
    const page = await running.visit(axolotl);
    await badgeText(page);
    await page.goto(sam3);
    await badgeReads(page, 'Ship 100% older version');
    // WebDriver hears of no load when a page comes back from the cache, so this waits for what is seen.
    await page.evaluate(() => history.back());
    await badgeReads(page, 'Ship 75% older version');
    await oneBadge(page);
  });

  // Firefox does not prerender.
  if (!isFirefox(running.target)) {
    it('is there when a page that was prerendered is shown', async () => {
      const page = await running.visit(unknownRepository);
      await page.evaluate((url) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
        document.head.append(rules);
      }, axolotl);
      await until('the prerendered page', () =>
        Promise.resolve(running.web.requests.some(({ path }) => path === new URL(axolotl).pathname)),
      );
      await Promise.all([
        page.waitForNavigation(),
        page.evaluate((url) => void location.assign(url), axolotl),
      ]);
      await oneBadge(page);
    });
  }

  it('does not fight another script over its place', async () => {
    const page = await running.visit(axolotl);
    await badgeText(page);
    const moves = await page.evaluate(async () => {
      let count = 0;
      const push = new MutationObserver(() => {
        const host = document.querySelector('span[data-hullmark]');
        if (!host || host.parentElement === document.body) return;
        count++;
        document.body.append(host);
      });
      push.observe(document, { childList: true, subtree: true });
      document.body.append(document.createElement('i'));
      await new Promise((done) => setTimeout(done, 1500));
      push.disconnect();
      return count;
    });
    expect(moves).toBeGreaterThan(0);
    expect(moves).toBeLessThan(30);
  });
});

inEachBrowser(
  'tabs open before the extension',
  (running) => {
    it('get their mark, one each, and keep one when it is updated', async () => {
      const pages = await running.extension.browser.pages();
      const page = pages.find((one) => one.url().startsWith(axolotl))!;
      await badgeText(page);
      await oneBadge(page);
      await running.extension.update();
      await oneBadge(page);
      await badgeText(page);
    });
  },
  {
    beforeInstall: async (browser) => {
      const page = await browser.newPage();
      await page.goto(axolotl);
    },
  },
);
