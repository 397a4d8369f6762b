import { expect } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import {
  badgeCount,
  badgeGone,
  badgeHost,
  badgeIn,
  badgeReacts,
  badgeReads,
  badgeText,
  clickBadge,
  hoverBadge,
  inBadge,
  isFocused,
  leaveBadge,
  tabToBadge,
} from '../../harness/badge.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords, sam3Words, wordsOn } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser, sam3, unknownRepository } from './extension-test.ts';

const test = extensionTest();

const card = '[popover]:popover-open';

inEachBrowser('the badge', (target) => {
  test.for<[string, string]>([
    [axolotl, axolotlWords],
    [`${axolotl}/issues/12`, axolotlWords],
    ['https://github.com/OpenAccess-AI-Collective/axolotl', axolotlWords],
    [sam3, sam3Words],
    ['https://huggingface.co/facebook/sam3', wordsOn('sam3', 'pkg:huggingface/facebook/sam3')],
    ['https://pypi.org/project/axolotl/', axolotlWords],
  ])('on %s reads “%s”', async ([url, text], { visit }) => {
    const page = await visit(url);
    await badgeReads(page, text);
    expect(await badgeCount(page)).toBe(1);
  });

  test.for(['logged-out', 'logged-in', 'logged-in-2024', 'heavy'] as const)(
    'stands beside the name on a %s page, outside headings and links',
    async (variant, { visit, extension, web }) => {
      web.use(variant);
      const page = await visit(axolotl);
      await badgeText(page);
      await badgeIn(page, 'after', 'float');
      await saveShot(page, target, `page-${variant}`);
      expect(await inBadge(page, (root) => root.host.closest('h1, h2, a'))).toBeNull();
      if (variant === 'logged-in') {
        const rendered = await page.$eval('react-partial', (partial) => partial.getAttribute('data-ssr'));
        expect(rendered).toBe('true');
      }
      await extension.setColorScheme(page, 'dark');
      await saveShot(page, target, `page-${variant}-dark`);
    },
  );

  test.for<[string, string]>([
    ['https://huggingface.co/facebook/sam3', 'model'],
    ['https://pypi.org/project/axolotl/', 'package'],
  ])('stands beside the name on %s', async ([url, shot], { visit }) => {
    const page = await visit(url);
    await badgeIn(page, 'float');
    await saveShot(page, target, `page-${shot}`);
    expect(await inBadge(page, (root) => root.host.closest('h1'))).toBeNull();
  });

  test.for([
    unknownRepository,
    'https://github.com/topics/llm',
    'https://github.com/search?q=axolotl',
    'https://github.com/settings/profile',
    'https://huggingface.co/datasets/facebook/sam3',
    'https://pypi.org/search/?q=axolotl',
  ])('stays away from %s', async (url, { visit, noBadge }) => noBadge(await visit(url)));

  test('opens a card on hover that stays while it is hovered, and Esc closes it', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await hoverBadge(page);
    const text = await badgeText(page, card);
    expect(text).toContain('Ship 3 of 4 would ship it');
    expect(text).toMatch(/Commercial use: yes Apache-2.0/);
    expect(text).toContain('v0.16 (latest: v0.');
    expect(text).toContain('Unsloth');
    await hoverBadge(page, `${card} header`);
    // A timer of the same page that is longer than what it takes a card that was left to close.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 550)));
    expect(await badgeText(page, card)).toBe(text);
    await saveShot(page, target, 'card');
    await page.keyboard.press('Escape');
    await until('the card to close', () => inBadge(page, (root, open) => !root.querySelector(open), card));
    await leaveBadge(page);
  });

  test('is one tab stop; arrow down leads into the card', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await tabToBadge(page);
    await badgeText(page, card);
    await page.keyboard.press('ArrowDown');
    const focused = () => inBadge(page, (root) => (root.activeElement as HTMLElement | null)?.dataset.text);
    await until('the focus in the card', async () => (await focused()) === 'Why');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await isFocused(page)).toBe(false);
  });

  test('has a name for screen readers', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const label = await inBadge(page, (root) => root.querySelector('button')!.getAttribute('aria-label'));
    expect(label).toMatch(/^Axolotl: Ship 3 of 4 for v0\.16, now v0\.\d+$/);
    await badgeReacts(page);
    const seats = await inBadge(page, (root) =>
      root.querySelector('button')!.getAttribute('aria-description'),
    );
    expect(seats).toBe('Builder ship, Skeptic ship, Futurist ship, Creator skip, Product not asked');
  });

  test('opens the verdict when it is clicked', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const popup = await extension.popupAfter(() => clickBadge(page));
    await until('the verdict', async () => (await popup.text()).includes('3 of 4 reviewers'));
    await popup.close();
  });

  test('opens nothing for events that a page makes up', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeReacts(page);
    const before = extension.browser.targets().length;
    await inBadge(page, (root) => {
      for (const button of root.querySelectorAll('button')) button.click();
      root.querySelector('.badge-root')!.dispatchEvent(new PointerEvent('pointerenter'));
    });
    // By the time that another page has its badge, whatever these had begun would be there.
    await badgeText(await visit(sam3));
    expect(await inBadge(page, (root, open) => root.querySelector(open), card)).toBeNull();
    expect(extension.browser.targets()).toHaveLength(before + 1);
  });

  test('cannot be read or changed by the page', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const seen = await (
      await badgeHost(page)
    ).evaluate((host) => ({
      root: host.shadowRoot,
      html: host.innerHTML,
      style: getComputedStyle(host).color.length > 0,
    }));
    expect(seen).toEqual({ root: null, html: '', style: true });
    expect(await page.evaluate(() => (window as unknown as { browser?: unknown }).browser)).toBeUndefined();
  });

  test('goes where the options say', async ({ visit, noBadge, store }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await store({ badgePosition: 'corner' });
    await badgeIn(page, 'corner');
    await saveShot(page, target, 'corner');
    await store({ badgePosition: 'toolbar' });
    await badgeGone(page);
    await store({ badgePosition: 'beside', disabledHosts: ['github.com'] });
    await noBadge(page);
    await store({ disabledHosts: [] });
    await badgeText(page);
  });

  test('is there at once while the background is stopped', async ({ visit, extension }) => {
    await extension.stopBackground();
    await badgeText(await visit(axolotl));
  });

  test('has no axe violation in light and dark', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await hoverBadge(page);
    await badgeText(page, card);
    const html = await inBadge(page, (root) => root.innerHTML);
    const shown = await visit('https://example.com/');
    await shown.evaluate((inside) => {
      document.documentElement.style.colorScheme = 'light dark';
      document.body.innerHTML = '<main><h1>Badge</h1><span style="display: inline-block"></span></main>';
      const root = document.querySelector('span')!.attachShadow({ mode: 'open' });
      root.innerHTML = inside;
      // Axe measures the contrast of text alone, not of what a style draws.
      for (const each of root.querySelectorAll<HTMLElement>('[data-text]'))
        each.prepend(`${each.dataset.text} `);
      root.append(
        Object.assign(document.createElement('style'), {
          textContent: '[data-text]::before { display: none }',
        }),
      );
      root.querySelector<HTMLElement>('[popover]')!.showPopover();
    }, html);
    for (const scheme of ['light', 'dark'] as const) {
      await extension.setColorScheme(shown, scheme);
      expect(await axeViolations(shown, { selector: 'main' })).toEqual([]);
    }
  });
});
