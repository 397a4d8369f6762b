import { expect } from 'vitest';
import { badgeText, inBadge } from '../../harness/badge.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { showAs } from '../../harness/shown-as.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the badge, however the page is shown,', (target) => {
  test('keeps its outline and its arcs with forced colours', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await showAs(page, 'forced colours');
    // Firefox tells its content processes of the setting a moment later.
    await until('forced colours', () => page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const drawn = await inBadge(page, (root) => {
      const badge = getComputedStyle(root.querySelector('.badge')!);
      const ring = getComputedStyle(root.querySelector('.ring')!, '::before');
      return {
        outlined: badge.borderTopStyle === 'solid' && badge.borderTopColor !== badge.backgroundColor,
        arcs: ring.backgroundImage.includes('conic-gradient'),
        legible: badge.color !== badge.backgroundColor,
      };
    });
    expect(drawn).toEqual({ outlined: true, arcs: true, legible: true });
    await saveShot(page, target, 'forced-colours');
  });

  test('is not printed', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const isSeen = () => inBadge(page, (root) => root.host.checkVisibility());
    expect(await isSeen()).toBe(true);
    await showAs(page, 'print');
    expect(await isSeen()).toBe(false);
    await showAs(page, 'screen');
    expect(await isSeen()).toBe(true);
  });
});
