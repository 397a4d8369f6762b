import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { axeViolations } from '../../harness/axe.ts';
import { press, reads } from '../../harness/shown-text.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const textOf = (page: Page) => page.evaluate(() => document.querySelector('main')!.innerText);
const choose = async (page: Page, words: string) => {
  await until('the box', () => page.evaluate(() => document.activeElement?.matches('[role=combobox]')));
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
};

inEachBrowser('the comparison', (target) => {
  test('answers which one to ship with, then row by row', async ({ openPage }) => {
    const page = await openPage('compare.html#axolotl/sam3');
    await reads(page, 'Axolotl vs SAM 3');
    const text = await textOf(page);
    expect(text).toContain(
      'Not direct alternatives: Axolotl fine-tunes language models; SAM 3 finds things in images and video. ' +
        'Their reviews are about different jobs; Axolotl has the more permissive license for commercial use.',
    );
    const rows = await page.$$eval('tbody tr', (all) =>
      all.map((row) => [...row.cells].map((cell) => cell.innerText)),
    );
    const row = (question: string) => rows.find(([first]) => first!.startsWith(question))!.slice(1);
    expect(row('Reviews')).toEqual(['3 of 4', '4 of 4']);
    expect(rows.map(([first]) => first)).not.toContain('Community');
    expect(row('Latest version')[0]).toMatch(/^v\d/);
    expect(row('Price')[0]).toMatch(/Free sources disagree LICENSE/);
    expect(row('Price')[0]).toContain('says: Paid');
    expect(row('Commercial use').map((each) => each.split(' LICENSE')[0]!.split(' SAM')[0])).toEqual([
      'Yes',
      'Yes, with conditions',
    ]);
    expect(row('Both say ship').map((each) => each.trim())).toEqual(
      Array(2).fill('Builder, Skeptic, Futurist'),
    );
    expect(row('Reviewed on one side only').map((each) => each.trim())).toEqual([
      'Creator: skip',
      'Product: ship',
    ]);
    expect(row('Skeptic').every((each) => each.startsWith('Ship'))).toBe(true);
    expect(row('Other panels')[0]).toContain('3 of 4 ship');
    expect(row('Sources')[1]).toMatch(/, \d+ [A-Z][a-z]{2} 20\d\d/);
    await saveShot(page, target, 'compare');
  });

  test('swaps, and changes either side', async ({ openPage }) => {
    const page = await openPage('compare.html#axolotl/sam3');
    await reads(page, 'Axolotl vs SAM 3');
    await press(page, 'Swap sides');
    await reads(page, 'SAM 3 vs Axolotl');
    await press(page, 'Replace Axolotl');
    await choose(page, 'ultralytics');
    await reads(page, 'Both find things in images');
    expect(await page.evaluate(() => location.hash)).toBe('#sam3/ultralytics');
    await press(page, 'Replace SAM 3');
    await choose(page, 'sam 2');
    await reads(page, 'SAM 2 vs');
  });

  test.for<[string, string]>([
    ['', 'Compare tools'],
    ['#axolotl', 'Compare Axolotl with…'],
    ['#axolotl/axolotl', 'Pick a different tool to compare Axolotl with.'],
    ['#axolotl/nothing-of-the-kind', 'We don’t know “nothing-of-the-kind”.'],
    ['#no/nor', 'We don’t know “no” or “nor”.'],
    ['#%E0%A4%A', 'Compare tools'],
  ])('with the address compare.html%s says “%s”', async ([hash, text], { openPage }) => {
    const page = await openPage(`compare.html${hash}`);
    await reads(page, text);
    expect(await axeViolations(page)).toEqual([]);
    await saveShot(page, target, `compare-${hash.replace(/\W/g, '-') || 'empty'}`);
  });

  test('goes from one tool to a pair by keyboard', async ({ openPage }) => {
    const page = await openPage('compare.html#vllm');
    await reads(page, 'Compare vLLM with…');
    await choose(page, 'sglang');
    await reads(page, 'vLLM vs SGLang');
  });

  test('finds a tool by a former id', async ({ openPage, changeStored }) => {
    await changeStored('summary', 'sam3', { formerIds: ['sam-3'] });
    const page = await openPage('compare.html#sam-3/sam2');
    await reads(page, 'SAM 3 vs SAM 2');
  });

  test.for(['light', 'dark'] as const)(
    'has no axe violation in %s, nor sideways scrolling at 200 %%',
    async (scheme, { openPage, extension }) => {
      const page = await openPage('compare.html#axolotl/sam3');
      await reads(page, 'Axolotl vs SAM 3');
      await extension.setColorScheme(page, scheme);
      expect(await axeViolations(page)).toEqual([]);
      await saveShot(page, target, `compare-${scheme}`);
      await extension.setZoom(page, 2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
      await saveShot(page, target, `compare-${scheme}-zoomed`);
    },
  );
});

inEachBrowser('the options', (target) => {
  test('store a choice, and undo it', async ({ openPage }) => {
    const page = await openPage('options.html');
    await reads(page, 'Badge position');
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click());
    await reads(page, 'Saved. Badge position: corner of the page.');
    await press(page, 'Undo');
    await reads(page, 'Undone.');
    expect(
      await page.evaluate(() =>
        document.querySelector<HTMLInputElement>('input:checked')!.parentElement!.innerText.trim(),
      ),
    ).toBe('Next to the name');
  });

  test('turn a site off by its address, and reject what is not one', async ({ openPage }) => {
    const page = await openPage('options.html');
    await reads(page, 'Turn off on a site');
    await page.type('form input', 'not an address');
    await page.keyboard.press('Enter');
    await reads(page, '“not an address” isn’t a website address.');
    await page.evaluate(() => document.querySelector<HTMLInputElement>('form input')!.select());
    await page.keyboard.type('https://huggingface.co/models');
    await page.keyboard.press('Enter');
    await reads(page, 'Badges are off on huggingface.co.');
    await page.click('[aria-label="Turn on for huggingface.co"]');
    await reads(page, 'Badges are on for huggingface.co.');
  });

  test('clear recent tools, with undo', async ({ openPage, store }) => {
    await store({ recentTools: ['vllm', 'sam3'] });
    const page = await openPage('options.html');
    await reads(page, 'tools (2)');
    await press(page, 'Clear history');
    await reads(page, 'tools (0)');
    await press(page, 'Undo');
    await reads(page, 'tools (2)');
  });

  test.for(['light', 'dark'] as const)(
    'have no axe violation in %s',
    async (scheme, { openPage, extension }) => {
      const page = await openPage('options.html');
      await reads(page, 'Keyboard');
      await extension.setColorScheme(page, scheme);
      expect(await axeViolations(page)).toEqual([]);
      await saveShot(page, target, `options-${scheme}`);
    },
  );
});
