import { expect } from 'vitest';
import { badgeText } from '../../harness/badge.ts';
import { reads } from '../../harness/shown-text.ts';
import { storedGeneration } from '../../harness/stored-catalog.ts';
import { until } from '../../harness/until.ts';
import { welcomePages } from '../../harness/welcome-pages.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('after an installation with full access', () => {
  test('no welcome page opens', async ({ visit, openPage, extension }) => {
    await badgeText(await visit(axolotl));
    expect(await welcomePages(extension.browser)).toEqual([]);
    const page = await openPage('welcome.html');
    await reads(page, 'You’re set.');
  });

  test('nor after an update, even without access', async ({ visit, openPage, noBadge, extension }) => {
    await extension.withholdSites();
    const before = await extension.run(storedGeneration);
    await extension.update();
    await until('the update', async () => (await extension.run(storedGeneration)) > before);
    await noBadge(await visit(axolotl));
    await reads(await openPage('options.html'), 'Keyboard');
    expect(await welcomePages(extension.browser)).toEqual([]);
  });
});
