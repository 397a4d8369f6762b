import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { corpus, valuesOf, widths, type PageCase, type Width } from '../pages/corpus.ts';
import { matches } from '../../sites/required.ts';
import { badgeCount, badgeHost, badgePlace, badgeText, inBadge } from '../../harness/badge.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

// One tab for all pages, since opening tabs would take most of the time.
const test = extensionTest().extend('tab', { scope: 'file' }, ({ extension }) => extension.newPage());

type Box = { left: number; top: number; right: number; bottom: number };

// Badges on other sites need access that nobody grants here; the unit test covers those pages.
const ours = corpus.filter(({ url }) => matches.includes(`https://${new URL(url).hostname}/*`));
const rows = ours.flatMap((each) =>
  (Object.keys(widths) as Width[]).map((width) => ({ ...each, width, where: each.place[width] })),
);
type Row = PageCase & { width: Width; where: string };
const heightPx = 800;

const asSaved = ({ width, ...row }: Row) => ({
  body: savedPage(row.file, valuesOf(row)),
  viewport: { width: widths[width], height: heightPx },
});

inEachBrowser('on the pages of the corpus, the badge', () => {
  test.for(rows.filter(({ where }) => where !== 'none'))(
    'is $where on $file ($era, $width) at $url',
    async (row, { visit, tab }) => {
      const page = await visit(row.url, { ...asSaved(row), tab });
      await badgeText(page);
      await until(row.where, async () => (await badgePlace(page)) === row.where.split(' ')[0]);
      const [put, selector] = /^(\w+) ?(.*)$/.exec(row.where)!.slice(1);
      if (selector) await until('the badge behind the name', () => standsBehind(page, selector));
      expect(await badgeCount(page)).toBe(1);
      const box = await inBadge(page, boxOfButton);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(widths[row.width]);
      expect(box.bottom).toBeLessThanOrEqual(heightPx);
      if (put !== 'corner') expect(await page.evaluate(textUnder, box)).toEqual([]);
    },
  );

  test.for(rows.filter(({ where, width }) => where === 'none' && width === 'wide'))(
    'stays away from $file ($era) at $url',
    async (row, { visit, tab, noBadge }) => noBadge(await visit(row.url, { ...asSaved(row), tab })),
  );

  test('is found out when it covers text', async ({ visit }) => {
    const page = await visit(rows[0]!.url, asSaved(rows[0]!));
    const whole = { left: 0, top: 0, right: widths.wide, bottom: heightPx };
    expect(await page.evaluate(textUnder, whole)).toContain('A tool for tests.');
  });
});

/**
 * Whether the badge is the next element behind the one that carries the name, or behind the heading or link around it; over the
 * page, whether it begins right behind the name's text, in its line.
 */
const standsBehind = async (page: Page, selector: string) =>
  (await badgeHost(page)).evaluate((host, name) => {
    const found = document.querySelector(name)!;
    if (host.dataset.hullmark === 'float') {
      const range = document.createRange();
      range.selectNodeContents(found);
      const [badge, text] = [host.getBoundingClientRect(), range.getBoundingClientRect()];
      const middle = badge.top + badge.height / 2;
      const gap = badge.left - text.right;
      return gap >= 0 && gap < 50 && middle > text.top && middle < text.bottom;
    }
    let behind = found;
    for (let around: Element | null = found; around; around = around.parentElement)
      if (around.matches('h1, h2, h3, h4, h5, h6, a')) behind = around;
    return host.previousElementSibling === behind;
  }, selector);

function boxOfButton(root: ShadowRoot): Box {
  const { left, top, right, bottom } = root.querySelector('button')!.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** The words of the page that can be seen and lie under a box; a pixel of a line's spacing is nobody's. */
function textUnder({ left, top, right, bottom }: Box): string[] {
  const covered: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const around = text.parentElement!;
    if (!text.data.trim() || around.closest('.sr-only') || !around.checkVisibility({ opacityProperty: true }))
      continue;
    range.selectNodeContents(text);
    for (const each of range.getClientRects()) {
      const isApart =
        each.right <= left + 1 || each.left >= right - 1 || each.bottom <= top + 1 || each.top >= bottom - 1;
      if (!isApart) covered.push(text.data.trim());
    }
  }
  return covered;
}
