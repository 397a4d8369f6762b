import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeText, inBadge, type Box } from '../../harness/badge.ts';
import { differenceOf, inkOf } from '../../harness/drawn-shapes.ts';
import { lookAs, type LookName } from '../../harness/looks.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

// Less than this, and a hurried eye takes one for the other.
const least = 0.15;

inEachBrowser('votes without colours', (target) => {
  test.skipIf(isFirefox(target)).for<LookName>(['light', 'dark', 'forced-colours', 'forced-colours-light'])(
    'are told apart by their shape, in %s',
    async (look, { visit, openPage }) => {
      const page = await visit(axolotl);
      await badgeText(page);
      await lookAs(page, 'site', look);
      await shapesDiffer(page, await inBadge(page, barsIn));
      const list = await openPage('catalog.html#words=axolotl');
      await until('the list', () => list.$('tbody [class*=bars]'));
      await lookAs(list, 'own', look);
      await shapesDiffer(list, await list.evaluate(barsIn));
    },
  );
});

/** Axolotl’s five votes are three to ship, one to skip and one that nobody asked for. */
async function shapesDiffer(page: Page, bars: Box[]): Promise<void> {
  expect(bars).toHaveLength(5);
  const drawn = [];
  for (const bar of bars) drawn.push(await inkOf(page, bar));
  const [ship, , again, skip, none] = drawn;
  expect(differenceOf(ship!, again!)).toBeLessThan(0.05);
  for (const [one, other] of [
    [ship, skip],
    [ship, none],
    [skip, none],
  ])
    expect(differenceOf(one!, other!), [...one!, '', ...other!].join('\n')).toBeGreaterThan(least);
}

// Runs in the badge or in a page.
function barsIn(root: Document | ShadowRoot = document): Box[] {
  const bars = root.querySelector('tbody [class*=bars]') ?? root.querySelector('[class*=bars]');
  return [...(bars?.children ?? [])].map((bar) => {
    const { x, y, width, height } = bar.getBoundingClientRect();
    return { x, y, width, height };
  });
}
