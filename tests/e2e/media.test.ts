import { expect } from 'vitest';
import { badgeText, inBadge } from '../../harness/badge.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { showAs } from '../../harness/shown-as.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the badge, however the page is shown,', (target) => {
  test('keeps its outline and its bars with forced colours', async ({ visit }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    await showAs(page, 'forced colours');
    // Firefox tells its content processes of the setting a moment later.
    await until('forced colours', () => page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    const drawn = await inBadge(page, (root) => {
      const badge = getComputedStyle(root.querySelector('.badge')!);
      const [ship, skip, none] = ['s', 'k', '-'].map((vote) =>
        getComputedStyle(root.querySelector(`.badge i[class="${vote}"]`)!),
      );
      return {
        outlined: badge.borderTopStyle === 'solid' && badge.borderTopColor !== badge.backgroundColor,
        // By its shape alone: a skip has a notch, and who was not asked an outline.
        votes:
          ship!.backgroundColor === skip!.backgroundColor && ship!.backgroundColor !== badge.backgroundColor,
        shapes: [ship!.clipPath, skip!.clipPath].map((path) => path === 'none'),
        notAsked: none!.borderTopStyle === 'dashed' && none!.borderTopColor === ship!.backgroundColor,
        legible: badge.color !== badge.backgroundColor,
      };
    });
    expect(drawn).toEqual({
      ...{ outlined: true, votes: true, shapes: [true, false], notAsked: true, legible: true },
    });
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
