import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeCount, badgeGone, badgeHost, badgePlace, badgeReads, badgeText } from '../../harness/badge.ts';
import { inContentScript, scriptsSettled } from '../../harness/content-scripts.ts';
import { pageQuiet } from '../../harness/page-quiet.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const docs = 'https://docs.axolotl.ai/docs/getting-started.html';
const named = 'docs.axolotl.ai/named';
const words = axolotlWords;

/** The documentation page with a header link with the tool's name, and free space behind it. */
const namedPage = () =>
  savedPage('product/docs.html')
    .replace('<a href="/">Docs</a>', '<a href="/">Axolotl</a>')
    .replace('<a href="https://github.com', '<a style="margin-left: auto" href="https://github.com');

type TestPage = Record<string, (...args: unknown[]) => unknown>;
const does = (page: Page, what: string, ...args: unknown[]) =>
  page.evaluate(
    async (name, args) => {
      await (window as unknown as { testPage: TestPage }).testPage[name]!(...args);
    },
    what,
    args,
  );
const placed = (page: Page, where: 'corner' | 'float') =>
  until(`one badge, ${where}`, async () => {
    return (await badgePlace(page)) === where && (await badgeCount(page)) === 1;
  });

inEachBrowser('on product sites the badge', (target) => {
  test.beforeAll(async ({ extension, web }) => {
    web.answer(named, { body: namedPage() });
    for (const host of ['docs.axolotl.ai', 'ai.meta.com']) await extension.grantHost(host);
    const page = await extension.newPage();
    await until('a badge on a granted host', async () => {
      await page.goto(docs);
      await scriptsSettled(extension, page);
      return badgeCount(page);
    });
    await page.close();
  });

  test('is in the corner where the page does not show the name', async ({ visit, extension }) => {
    const page = await visit(docs);
    await badgeReads(page, words);
    await placed(page, 'corner');
    await saveShot(page, target, 'product-corner');
    await extension.setColorScheme(page, 'dark');
    await saveShot(page, target, 'product-corner-dark');
  });

  test('is behind the name where a header link shows it, and covers nothing', async ({ visit }) => {
    const page = await visit(`https://${named}`);
    await badgeReads(page, words);
    await placed(page, 'float');
    const covers = await (
      await badgeHost(page)
    ).evaluate((host) => {
      const badge = host.getBoundingClientRect();
      return [...document.querySelectorAll('header a')].filter((link) => {
        const box = link.getBoundingClientRect();
        return (
          box.left < badge.right && box.right > badge.left && box.top < badge.bottom && box.bottom > badge.top
        );
      }).length;
    });
    expect(covers).toBe(0);
    await saveShot(page, target, 'product-named');
  });

  test('is not added before the page has loaded, however long that takes', async ({ extension, web }) => {
    const early = `<script>
      window.early = [];
      const added = () => document.querySelectorAll('span[class^=h]:empty').length;
      for (const type of ['DOMContentLoaded', 'readystatechange'])
        document.addEventListener(type, () => document.readyState !== 'complete' &&
          window.early.push(added()));
      addEventListener('load', () => window.early.push(added()));
    </script><img src="https://slow.example/picture.png" hidden>`;
    const body = namedPage().replace('</head>', () => `${early}</head>`);
    let load = () => {};
    web.serve('slow.example', (_, response) => (load = () => response.writeHead(404).end()));
    web.answer('docs.axolotl.ai/early', { body });
    const page = await extension.newPage();
    const loaded = page.goto('https://docs.axolotl.ai/early');
    await until('the scripts that come once the page is idle', () =>
      inContentScript(extension, page, () =>
        Boolean((globalThis as { hullmark?: { lateParts?: unknown } }).hullmark?.lateParts),
      ),
    );
    load();
    await loaded;
    await badgeText(page);
    expect(await page.evaluate('window.early')).toEqual([0, 0, 0]);
    await page.close();
  });

  test.for<[string, string, ...unknown[]]>([
    ['swaps the name for a new one in one task', 'swapAnchor'],
    ["rewrites the header's HTML", 'rewriteAnchor'],
    ['removes the name and adds it 100 ms later', 'removeThenAdd', 100],
    ['renders its whole body anew', 'renderBody'],
    ['writes its document anew', 'rewriteRoot'],
  ])('is one badge when the page %s', async ([, what, ...args], { visit }) => {
    for (const [url, where] of [
      [docs, 'corner'],
      [`https://${named}`, 'float'],
    ] as const) {
      const page = await visit(url);
      await placed(page, where);
      await does(page, what, ...args);
      await pageQuiet(page);
      await placed(page, where);
      await badgeReads(page, words);
    }
  });

  test('follows a single-page app from the tool’s part of a site to another part and back', async ({
    visit,
    noBadge,
  }) => {
    const page = await visit('https://ai.meta.com/sam3');
    await badgeText(page);
    await does(page, 'softNavigate', '/blog/something-else');
    await badgeGone(page);
    await noBadge(page);
    await does(page, 'softNavigate', '/sam3/demo');
    await badgeText(page);
    await page.evaluate(() => history.go(-1));
    await badgeGone(page);
  });

  test('is still one badge after going on and back', async ({ visit }) => {
    const page = await visit(docs);
    await badgeText(page);
    await page.goto('https://ai.meta.com/sam3');
    await badgeText(page);
    await page.evaluate(() => history.back());
    await until('the first page', () => page.evaluate(() => location.hostname === 'docs.axolotl.ai'));
    await badgeReads(page, words);
    expect(await badgeCount(page)).toBe(1);
  });

  test.for([
    'https://docs.axolotl.ai.example/',
    'https://ai.meta.com/sam3d',
    'https://example.com/docs.axolotl.ai',
  ])('stays away from %s', async (url, { visit, noBadge }) => noBadge(await visit(url)));
});
