import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { axeViolations } from '../../harness/axe.ts';
import { swapIndex, syntheticIndex } from '../../harness/catalog-index.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const names = (page: Page) =>
  page.$$eval('tbody th > a:first-child', (links) => links.map((link) => link.textContent ?? ''));
const count = (page: Page) =>
  page.$eval('[role=status]', (line) => /^[\d,of ]+tools/.exec(line.textContent ?? '')?.[0]);
const shows = (page: Page, what: string) =>
  until(`“${what}”`, async () => (await count(page).catch(() => '')) === what);
const pick = (page: Page, label: string, value: string) =>
  page.evaluate(
    (label, value) => {
      const select = [...document.querySelectorAll('label')].find((each) =>
        each.textContent.startsWith(label),
      )!.firstElementChild as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );

inEachBrowser('the page of all tools', (target) => {
  test('lists, searches, filters and sorts, and puts the query into its address', async ({ openPage }) => {
    const page = await openPage('catalog.html');
    await until('the list', async () => (await names(page)).length > 10);
    const all = (await count(page))!;
    expect(await names(page)).toEqual(
      (await names(page)).sort(new Intl.Collator('en', { numeric: true }).compare),
    );
    await saveShot(page, target, 'catalog');
    await page.type('input[type=search]', 'axolotol');
    await until('Axolotl alone', async () => String(await names(page)) === 'Axolotl');
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((b) => b.textContent === 'Clear filters')!.click(),
    );
    await shows(page, all);
    await pick(page, 'Use case', 'inference-server');
    await pick(page, 'Verdict', 'Skip');
    await until('the skipped servers', async () => (await names(page)).includes('Text Generation Inference'));
    const hash = await page.evaluate(() => location.hash);
    expect(hash).toBe('#job=inference-server&verdict=Skip');
    const again = await openPage(`catalog.html${hash}`);
    await until('them again', async () => (await names(again)).includes('Text Generation Inference'));
    await again.close();
    await pick(page, 'Verdict', '');
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((b) => b.textContent === 'Reviews')!.click(),
    );
    await until('the best first, and what nobody reviewed last', async () => {
      const rows = await page.$$eval('tbody tr', (all) => all.map((each) => each.textContent));
      const reviewed = rows.findLastIndex((row) => !row.includes('Not reviewed'));
      return (await names(page))[reviewed] === 'Text Generation Inference';
    });
    expect(await page.$$eval('[aria-sort]', (all) => all.map((each) => each.textContent))).toEqual([
      'Reviews ↓',
    ]);
  });

  test('renders 5,000 tools as the reader scrolls, and searches all of them', async ({
    openPage,
    extension,
  }) => {
    const bundled = await swapIndex(extension, syntheticIndex(5_000));
    const page = await openPage('catalog.html');
    await shows(page, '5,000 tools');
    const first = (await names(page)).length;
    expect(first).toBeLessThan(500);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until('more of them', async () => (await names(page)).length > first);
    await page.type('input[type=search]', '4999');
    await until('the last one', async () => (await names(page))[0]?.endsWith(' 4999'));
    await page.close();
    await swapIndex(extension, bundled);
  });

  test('links to the tool’s page, and to the comparison with the first rival', async ({ openPage }) => {
    const page = await openPage('catalog.html#words=roo+code&status=archived');
    await until('Roo Code', async () => (await names(page))[0] === 'Roo Code');
    // A tool that is over says so, and leads to one that is not.
    const row = await page.$eval('tbody tr', ({ textContent }) => textContent);
    expect(row).toContain('Archived May 2026');
    await page.click('tbody th > a:first-child');
    await until('its page', async () => (await page.title()).startsWith('Roo Code · '));
    // Firefox's driver waits in vain for the load of a page of an extension.
    await page.evaluate(() => history.back());
    await until('Roo Code again', async () => (await names(page))[0] === 'Roo Code');
    await page.click('tbody td:last-child a');
    await until('the comparison', async () => (await page.title()).startsWith('Roo Code vs Cline'));
  });

  test('says so when nothing matches, has no axe violation in light and dark, and does not scroll sideways when it is narrow', async ({
    openPage,
    extension,
  }) => {
    const page = await openPage('catalog.html#words=nothing+of+the+kind');
    await shows(page, '0 of ' + (await wholeCount(page)));
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate(() => (location.hash = ''));
    await until('the list', async () => (await names(page)).length > 10);
    for (const scheme of ['light', 'dark'] as const) {
      await extension.setColorScheme(page, scheme);
      expect(await axeViolations(page)).toEqual([]);
    }
    await saveShot(page, target, 'catalog-dark');
    await page.setViewport({ width: 420, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await saveShot(page, target, 'catalog-narrow');
  });
});

async function wholeCount(page: Page): Promise<string> {
  const text = await until('a count', () => count(page).catch(() => ''));
  return /of (.*)$/.exec(text)![1]!;
}
