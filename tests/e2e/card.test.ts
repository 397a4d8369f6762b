import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  badgeBox,
  badgeReacts,
  badgeText,
  type Box,
  hoverBadge,
  inBadge,
  leaveBadge,
  tabToBadge,
} from '../../harness/badge.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const card = '[popover]:popover-open';
const isOpen = (page: Page) => inBadge(page, (root, open) => Boolean(root.querySelector(open)), card);
const names = { owner: 'axolotl-ai-cloud', name: 'axolotl' };
const more = ['Discussions', 'Actions', 'Projects', 'Wiki', 'Security', 'Insights'];

/** A repository page with as many tabs as GitHub shows. */
const withTabs = (file: string) =>
  savedPage(`github/${file}.html`, names).replace(
    /(<ul class="UnderlineNav-body[^>]*>)([^]*?)(<\/ul>)/,
    (_, start: string, tabs: string, end: string) =>
      start + tabs + more.map((name) => `<li><a href="#${name}">${name}</a></li>`).join('') + end,
  );

const tabsOf = (page: Page): Promise<Box[]> =>
  page.$$eval('nav[aria-label="Repository"] a', (links) =>
    links.map((link) => {
      const { x, y, width, height } = link.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
const meet = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Moves the pointer over the badge and on, a little faster than people who read it. */
async function crossBadge(page: Page): Promise<void> {
  const { x, y, width, height } = await badgeBox(page);
  await page.mouse.move(x + width / 2, y - 20);
  await page.mouse.move(x + width / 2, y + height + 20, { steps: 3 });
}

inEachBrowser('the card of a badge', (target) => {
  test('opens for a pointer that rests, not for one that crosses the badge', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeReacts(page);
    // Longer than a rest, on the page's own clock.
    const later = () => page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    await crossBadge(page);
    await later();
    expect(await isOpen(page)).toBe(false);
    await hoverBadge(page);
    expect(await isOpen(page)).toBe(false);
    expect(await badgeText(page, card)).toContain('3 of 4 would ship it');
    await leaveBadge(page);
    await until('the card to close', async () => !(await isOpen(page)));
  });

  test('opens at once where the focus comes', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeReacts(page);
    await tabToBadge(page);
    expect(await isOpen(page)).toBe(true);
  });

  test('says what it is, whether it may be used, why not, and for which version', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await hoverBadge(page);
    expect(await badgeText(page, card)).toMatch(
      /^Ship 3 of 4 would ship it Fine-tunes .+ Commercial use: yes Apache-2\.0.* Free.* Against: .+ Reviewed v0\.16 \(latest: v0\.[\d.]+\) has 1 known high vulnerability Why vs Unsloth$/,
    );
    expect((await badgeBox(page, '.card')).width).toBe(320);
    expect(await inBadge(page, (root) => root.querySelector('.card .bars')!.getAttribute('aria-label'))).toBe(
      'Builder ship, Skeptic ship, Futurist ship, Creator skip, Product not asked',
    );
  });

  test.for([
    ['repository-logged-out', 1280],
    ['repository-logged-in', 1280],
    ['repository-logged-out', 400],
  ] as const)('leaves the tabs of %s free at %d pixels', async ([file, width], { visit }) => {
    const page = await visit(`${axolotl}/tree/tabs-${file}-${width}`, {
      body: withTabs(file),
      viewport: { width, height: 800 },
    });
    await badgeReacts(page);
    await hoverBadge(page);
    await badgeText(page, card);
    const [open, badge] = [await badgeBox(page, '.card'), await badgeBox(page)];
    const tabs = await tabsOf(page);
    expect(tabs.length).toBeGreaterThan(7);
    expect(tabs.filter((tab) => meet(tab, open))).toEqual([]);
    expect(meet(badge, open)).toBe(false);
    await saveShot(page, target, `card-tabs-${file}-${width}`);
    // Across the tabs, as a hand moves, and it is still there.
    const { x, y } = open;
    await page.mouse.move(x + 160, y + 30, { steps: 8 });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(await isOpen(page)).toBe(true);
  });

  test('opens the popup for “Why”', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeReacts(page);
    const popup = await extension.popupAfter(async () => {
      await leaveBadge(page);
      await hoverBadge(page);
      await badgeText(page, card);
      await hoverBadge(page, '.card button');
      await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
      await page.mouse.down();
      await page.mouse.up();
    });
    await until('the verdict', async () => (await popup.text()).includes('Axolotl'));
    await popup.close();
  });

  test('opens the comparison with the other button, by keyboard', async ({ visit, extension }) => {
    const page = await visit(axolotl);
    await badgeReacts(page);
    await tabToBadge(page);
    const focused = () => inBadge(page, (root) => (root.activeElement as HTMLElement | null)?.dataset.text);
    for (const label of ['Why', 'vs Unsloth']) {
      await page.keyboard.press('ArrowDown');
      await until(`the focus on ${label}`, async () => (await focused()) === label);
    }
    await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
    await page.keyboard.press('Enter');
    await until('the comparison', () => extension.run(closeTab, 'compare.html#axolotl/unsloth'));
  });
});

/** In a page of the extension: closes its page whose address ends so; false where there is none. */
function closeTab(end: string): boolean {
  const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
  const views = (browser ?? chrome)!.extension.getViews({ type: 'tab' });
  const found = views.find(({ location }) => location.href.endsWith(end));
  found?.close();
  return Boolean(found);
}

type Api = { extension: { getViews(of: { type: string }): Window[] } };
