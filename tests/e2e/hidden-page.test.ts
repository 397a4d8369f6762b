import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { bucketKey } from '../../browser/catalog-db/badge-lookup.ts';
import { axeViolations } from '../../harness/axe.ts';
import { badgeGone, badgeText } from '../../harness/badge.ts';
import type { Popup } from '../../harness/extension.ts';
import { allowPrivate } from '../../harness/private-window.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { storedPages } from '../../harness/stored-pages.ts';
import { until } from '../../harness/until.ts';
import { reads } from '../../harness/shown-text.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

const privateOne = 'https://github.com/unslothai/unsloth';
const noForm = 'This page looks private, so nothing can be reported from here.';

const press = (page: Popup | Page, label: string) =>
  until(`a press of “${label}”`, () => (page as Popup).evaluate(pressed, label));
const hide = async (popup: Popup) => {
  await until('the menu', () => popup.evaluate(opened));
  await press(popup, 'Hide badge on this page');
};
const focused = (popup: Popup) => popup.evaluate(() => document.activeElement?.textContent ?? '');

inEachBrowser('a page with a wrong badge', (target) => {
  test.beforeAll(({ web }) => {
    const body = savedPage('github/private.html', { owner: 'unslothai', name: 'unsloth' });
    web.answer('github.com/unslothai/unsloth', { body });
  });

  test.for(['light', 'dark'] as const)(
    'loses its badge at once, with undo, in %s',
    async (scheme, { visit, openPopup }) => {
      const page = await visit(axolotl);
      await badgeText(page);
      const popup = await openPopup(page);
      await reads(popup, 'Alternatives');
      await popup.setColorScheme(scheme);
      await popup.click('[aria-label="More"]');
      await popup.click('[role=menuitem]');
      await badgeGone(page);
      await reads(popup, 'Badge hidden on this page.');
      await until('the focus on Undo', async () => (await focused(popup)) === 'Undo');
      expect(await popup.text()).toContain('Copy report');
      expect(await axeViolations(popup)).toEqual([]);
      await saveShot(popup, target, `hidden-page-${scheme}`);
      await press(popup, 'Undo');
      await badgeText(page);
      await reads(popup, 'Badge is back.');
    },
  );

  test('stays without its badge, as the popup says first, until it is restored', async ({
    visit,
    openPopup,
    noBadge,
  }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const popup = await openPopup(page);
    await hide(popup);
    await badgeGone(page);
    await popup.close();
    await page.reload();
    await noBadge(page);
    await badgeText(await visit(sam3));
    const again = await openPopup(page);
    await reads(again, 'You hid the badge on this page.');
    const text = await again.text();
    expect(text.indexOf('You hid the badge')).toBeLessThan(text.indexOf('3 of 4 reviewers'));
    expect(await axeViolations(again)).toEqual([]);
    await saveShot(again, target, 'hidden-page-again');
    await press(again, 'Show badge');
    await reads(again, 'Badge is back.');
    await badgeText(page);
  });

  test('is listed in the options, restored there, with undo', async ({ visit, openPage, noBadge, store }) => {
    await store({ dismissedPages: ['pkg:github/axolotl-ai-cloud/axolotl'] });
    const page = await visit(axolotl);
    await noBadge(page);
    const options = await openPage('options.html');
    await until('the list', () => options.$('[aria-label^="Unhide pkg:github/axolotl"]'));
    expect(await axeViolations(options)).toEqual([]);
    await press(options, 'Unhide');
    await badgeText(page);
    await press(options, 'Undo');
    await badgeGone(page);
    await options.close();
  });

  test('can be private, and then no form is offered', async ({ visit, openPopup, store }) => {
    await store({ dismissedPages: [] });
    const page = await visit(privateOne);
    await badgeText(page);
    const popup = await openPopup(page);
    await hide(popup);
    await badgeGone(page);
    await reads(popup, noForm);
    expect(await popup.text()).not.toMatch(/Copy report|Report the mix-up/);
    await popup.close();
  });

  test('gets no form on a host of an internal network', async ({
    visit,
    openPopup,
    web,
    store,
    changeStored,
  }) => {
    const page = 'wiki.kitchen.corp';
    web.answer(`${page}/`, { body: savedPage('product/plain.html') });
    const record = { tool: 'axolotl', name: 'Axolotl', votes: 'sssk', price: 'Open source', license: 'MIT' };
    const badge = { ...record, disputed: false, commercialUse: 'yes', outdated: false };
    await store({ [bucketKey(page)]: { since: 1, badges: { [page]: badge } } });
    await changeStored('tool', 'axolotl', { pages: [page] });
    const popup = await openPopup(await visit(`https://${page}/`));
    await hide(popup);
    await reads(popup, noForm);
  });

  test('is not offered where the tool was found by search', async ({ visit, openPopup }) => {
    const popup = await openPopup(await visit(unknownRepository));
    await reads(popup, 'Not in the catalog');
    await popup.click('[role=combobox]');
    for (const key of ['v', 'l', 'l', 'm', 'Enter'] as const) await popup.press(key);
    await reads(popup, 'Compare in detail');
    await popup.click('[aria-label="More"]');
    await reads(popup, 'Settings');
    expect(await popup.text()).not.toContain('badge on this page');
  });

  describe('in a private window', () => {
    test.beforeAll(({ extension }) => allowPrivate(extension));

    test('loses its badge, with undo, and nothing is stored', async ({
      openPrivate,
      noBadge,
      extension,
      store,
    }) => {
      const { page, clickAction } = await openPrivate(axolotl);
      await badgeText(page);
      const before = await storedPages(extension);
      const popup = await clickAction();
      await hide(popup);
      await badgeGone(page);
      await reads(popup, 'Badge hidden on this page until you reload.');
      await reads(popup, noForm);
      expect(await storedPages(extension)).toBe(before);
      await popup.close();
      await store({ disabledHosts: ['pan.example'] });
      await noBadge(page);
      await page.reload();
      await badgeText(page);
      const again = await clickAction();
      await hide(again);
      await badgeGone(page);
      await press(again, 'Undo');
      await badgeText(page);
      await hide(again);
      await badgeGone(page);
      await again.close();
      const later = await clickAction();
      await press(later, 'Show badge');
      await badgeText(page);
      await later.close();
      expect(await storedPages(extension)).toBe(before);
    });
  });
});

// Runs inside the popup or a page.
function pressed(label: string): boolean {
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === label);
  button?.focus();
  button?.click();
  return Boolean(button);
}

// Runs inside the popup.
function opened(): boolean {
  const button = document.querySelector<HTMLElement>('[aria-label="More"]');
  button?.click();
  return Boolean(button);
}
