import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { axeViolations } from '../../harness/axe.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { reads } from '../../harness/shown-text.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const headings = (page: Page) =>
  page.$$eval('h1, h2, h3', (all) => all.map(({ localName, innerText }) => `${localName} ${innerText}`));
const isTitled = (page: Page, name: string) =>
  until(`the page of ${name}`, async () => (await page.title()).startsWith(`${name} · `));

inEachBrowser('a tool’s own page', (target) => {
  test('has everything about the tool, with ways to it', async ({ openPage }) => {
    const page = await openPage('tool.html#axolotl');
    await isTitled(page, 'Axolotl');
    const all = await headings(page);
    expect(all[0]).toBe('h1 Axolotl');
    for (const each of ['Reviews', 'Facts', 'Alternatives', 'History', 'Other panels', 'Sources'])
      expect(all).toContain(`h2 ${each}`);
    for (const seat of ['Builder', 'Skeptic', 'Futurist', 'Creator']) expect(all).toContain(`h3 ${seat}`);
    await reads(page, 'No review from: Product');
    const links = await page.$$eval('[aria-label=Links] a', (each) => each.map(({ href }) => href));
    expect(links).toContain('https://github.com/axolotl-ai-cloud/axolotl');
    expect(await page.$$eval('ol time', (days) => days.length)).toBeGreaterThan(1);
    await saveShot(page, target, 'tool');
  });

  test('leads to the page of an alternative, read from its top, and back', async ({ openPage }) => {
    const page = await openPage('tool.html#axolotl');
    await isTitled(page, 'Axolotl');
    await page.$$eval('a', (links) => links.find(({ innerText }) => innerText === 'Unsloth')!.click());
    await isTitled(page, 'Unsloth');
    expect(await page.evaluate(() => [scrollY, document.activeElement?.localName])).toEqual([0, 'main']);
    await page.goBack();
    await isTitled(page, 'Axolotl');
  });

  test('says of one model only what is true of it, and leads to the whole family', async ({ openPage }) => {
    const model = encodeURIComponent('pkg:huggingface/black-forest-labs/flux.1-dev');
    const page = await openPage(`tool.html#flux@${model}`);
    await reads(page, 'This is about');
    expect(await page.$eval('main', ({ innerText }) => innerText)).not.toMatch(/would ship it/);
    await page.$$eval('a', (links) => links.find(({ innerText }) => innerText.startsWith('All of'))!.click());
    await isTitled(page, 'FLUX');
    await reads(page, 'Models and versions');
  });

  test('offers a search where the address names no tool', async ({ openPage }) => {
    const page = await openPage('tool.html#nothing-of-the-kind');
    await reads(page, 'We don’t know “nothing-of-the-kind”.');
    await until('the box', () => page.evaluate(() => document.activeElement?.matches('[role=combobox]')));
    await page.keyboard.type('axolotl');
    await page.keyboard.press('Enter');
    await isTitled(page, 'Axolotl');
  });

  test('has no axe violation and does not scroll sideways', async ({ openPage, extension }) => {
    for (const path of ['tool.html#axolotl', 'tool.html#roo-code', 'tool.html#flux', 'tool.html']) {
      const page = await openPage(path);
      await until('its heading', () => page.$('h1'));
      for (const scheme of ['light', 'dark'] as const) {
        await extension.setColorScheme(page, scheme);
        expect([path, await axeViolations(page, { bestPractice: true })]).toEqual([path, []]);
      }
      await page.setViewport({ width: 400, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.close();
    }
  });
});

inEachBrowser('the shell', () => {
  test('leads from page to page by keyboard, and past itself to the content', async ({ openPage }) => {
    const page = await openPage('tool.html#axolotl');
    await isTitled(page, 'Axolotl');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => [document.activeElement?.id, location.hash])).toEqual([
      'main',
      '#axolotl',
    ]);
    for (const [name, path] of [
      ['Tools', '/catalog.html'],
      ['Compare', '/compare.html'],
      ['What’s new', '/news.html'],
      ['How reviews work', '/methodology.html'],
      ['Settings', '/options.html'],
    ]) {
      await page.$$eval(
        'nav a',
        (links, text) => links.find(({ innerText }) => innerText === text)!.focus(),
        name,
      );
      await page.keyboard.press('Enter');
      await until(path!, () => page.evaluate((to) => location.pathname === to, path!));
      await until('its heading', () => page.$('h1'));
      expect(
        await page.$$eval('nav a[aria-current=page]', (all) => all.map((each) => each.innerText)),
      ).toEqual([name]);
      expect(await page.$$eval('h1', (all) => all.length)).toBe(1);
    }
  });
});
