import { expect } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import { badgeGone, badgeText } from '../../harness/badge.ts';
import type { Popup } from '../../harness/extension.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { reads } from '../../harness/shown-text.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

const more = '[aria-label="More"]';
const focused = (popup: Popup) => popup.evaluate(() => document.activeElement?.textContent ?? '');
const typed = (popup: Popup, text: string) =>
  popup.evaluate((text) => {
    const box = document.querySelector<HTMLInputElement>('[role=combobox]')!;
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
const options = (popup: Popup) =>
  popup.evaluate(() => [...document.querySelectorAll('[role=option]')].map((each) => each.textContent ?? ''));

inEachBrowser('the popup’s menu', (target) => {
  test('turns badges off on the site with two clicks, with undo', async ({ visit, openPopup, store }) => {
    await store({ disabledHosts: [] });
    const page = await visit(axolotl);
    await badgeText(page);
    const popup = await openPopup(page);
    await reads(popup, 'Alternatives');
    await popup.click(more);
    await popup.click('[role=menuitem]:nth-of-type(2)');
    await reads(popup, 'Badges are off on github.com.');
    await badgeGone(page);
    await until('the focus on Undo', async () => (await focused(popup)) === 'Undo');
    await saveShot(popup, target, 'popup-off-on-site');
    await popup.press('Enter');
    await reads(popup, 'Badges show on github.com.');
    await badgeText(page);
  });

  test('does the same by keyboard, and is gone with Escape', async ({ visit, openPopup, store }) => {
    await store({ disabledHosts: [] });
    const page = await visit(sam3);
    await badgeText(page);
    const popup = await openPopup(page);
    await reads(popup, 'Alternatives');
    await popup.evaluate((more) => document.querySelector<HTMLElement>(more)!.focus(), more);
    await popup.press('ArrowDown');
    expect(await focused(popup)).toBe('Hide badge on this page');
    await popup.press('t');
    expect(await focused(popup)).toBe('Turn off badges on github.com');
    await popup.press('Enter');
    await badgeGone(page);
  });

  test.for(['light', 'dark'] as const)('has no axe violation in %s', async (scheme, { openPopup }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    await popup.setColorScheme(scheme);
    await popup.click(more);
    await reads(popup, 'Badge position');
    await until('the position', () =>
      popup.evaluate(() => document.querySelector('[aria-checked=true]')?.textContent === 'Next to the name'),
    );
    expect(await axeViolations(popup)).toEqual([]);
    const heights = await popup.evaluate(() =>
      [...document.querySelectorAll('[role^=menuitem]')].map((item) => item.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    await saveShot(popup, target, `popup-menu-${scheme}`);
  });

  test('offers a report as text where there is no tracker, and says who should get it', async ({
    openPopup,
  }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    await popup.click(more);
    await popup.press('r');
    await popup.press('Enter');
    await reads(popup, 'Send it to the people you got it from.');
    expect(await popup.evaluate(() => document.querySelector('textarea')!.value)).toContain(
      'Correction for Axolotl (axolotl)',
    );
    expect(await axeViolations(popup)).toEqual([]);
    await saveShot(popup, target, 'popup-report');
  });
});

inEachBrowser('the popup on a page without a tool', (target) => {
  test.for([
    [unknownRepository, 'This is a repository on GitHub. We don’t cover someone/something yet.'],
    ['https://github.com/search?q=oven', 'This GitHub page isn’t a tool’s page. Search instead:'],
    ['https://news.example/', 'No tool in the catalog has its site at news.example. Search instead:'],
  ] as const)('says what %s is', async ([url, words], { visit, openPopup }) => {
    const body = '<!doctype html><title>x</title><p>x';
    const popup = await openPopup(url === unknownRepository ? url : await visit(url, { body }));
    await reads(popup, words);
    await saveShot(popup, target, `popup-no-tool-${new URL(url).pathname.length}`);
  });

  test('finds the tool of a pasted link, and says so where there is none', async ({ openPopup }) => {
    const popup = await openPopup(unknownRepository);
    await reads(popup, 'Request a review');
    expect(
      await popup.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')!.placeholder),
    ).toMatch(/^Search \d+ tools or paste a link$/);
    await typed(popup, 'git@github.com:axolotl-ai-cloud/axolotl.git');
    await until('Axolotl alone', async () => {
      const found = await options(popup);
      return found.length > 0 && found[0]!.startsWith('Axolotl');
    });
    await saveShot(popup, target, 'popup-link');
    await typed(popup, 'https://github.com/someone/else');
    await reads(popup, 'No tool in the catalog is at “someone/else”.');
    expect(await axeViolations(popup)).toEqual([]);
    await typed(popup, 'https://pypi.org/project/axolotl/');
    await until('Axolotl again', async () => (await options(popup))[0]?.startsWith('Axolotl'));
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=combobox]')!.focus());
    await popup.press('Enter');
    await reads(popup, '3 of 4 reviewers would ship it');
  });

  test('offers a request for a review, with the page’s address in it', async ({ openPopup }) => {
    const popup = await openPopup(unknownRepository);
    await reads(popup, 'Request a review');
    await popup.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ innerText }) => innerText === 'Request a review')!
        .click(),
    );
    await reads(popup, 'Send it to the people you got it from.');
    expect(await popup.evaluate(() => document.querySelector('textarea')!.value)).toContain(
      `Page: ${unknownRepository}\n`,
    );
    await saveShot(popup, target, 'popup-request');
  });
});
