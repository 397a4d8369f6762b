import { expect } from 'vitest';
import { badgeText } from '../../harness/badge.ts';
import { axeViolations } from '../../harness/axe.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { reads } from '../../harness/shown-text.ts';
import { storedGeneration } from '../../harness/stored-catalog.ts';
import { until } from '../../harness/until.ts';
import { welcomePages } from '../../harness/welcome-pages.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest({ keepsWelcomePage: true });

inEachBrowser('after an installation with full access', (target) => {
  test('the welcome page opens once, with a badge to try', async ({ visit, extension }) => {
    await badgeText(await visit(axolotl));
    const page = await until('the welcome page', async () => (await welcomePages(extension.browser))[0]);
    await reads(page, 'You’re set');
    await page.bringToFront();
    await until('the badge', () => page.$('[data-hullmark-example] > span'));
    for (const scheme of ['light', 'dark'] as const) {
      await extension.setColorScheme(page, scheme);
      expect(await axeViolations(page, { bestPractice: true })).toEqual([]);
      await saveShot(page, target, `welcome-full-${scheme}`);
    }
    await extension.setZoom(page, 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await extension.setZoom(page, 1);
    expect(await welcomePages(extension.browser)).toHaveLength(1);
    await page.close();
  });

  test('no page opens after an update, even without access', async ({
    visit,
    openPage,
    noBadge,
    extension,
  }) => {
    await extension.withholdSites();
    const before = await extension.run(storedGeneration);
    await extension.update();
    await until('the update', async () => (await extension.run(storedGeneration)) > before);
    await noBadge(await visit(axolotl));
    await reads(await openPage('options.html'), 'Keyboard');
    expect(await welcomePages(extension.browser)).toEqual([]);
  });
});
