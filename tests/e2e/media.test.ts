import { expect, it } from 'vitest';
import { badgeText, inBadge } from '../../harness/badge.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { showAs } from '../../harness/shown-as.ts';
import { axolotl, inEachBrowser } from './running.ts';

inEachBrowser('the mark, however the page is shown,', (running) => {
  const { target } = running;

  it('keeps its outline and its arcs where colours are forced', async () => {
    const page = await running.visit(axolotl);
    await badgeText(page);
    await showAs(page, 'forced colours');
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
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

  it('is left out of print', async () => {
    const page = await running.visit(axolotl);
    await badgeText(page);
    const isSeen = () => page.$eval('span[data-hullmark]', (host) => host.checkVisibility());
    expect(await isSeen()).toBe(true);
    await showAs(page, 'print');
    expect(await isSeen()).toBe(false);
    await showAs(page, 'screen');
    expect(await isSeen()).toBe(true);
  });
});
