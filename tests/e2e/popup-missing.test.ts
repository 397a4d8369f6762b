import { expect } from 'vitest';
import { badgeHost } from '../../harness/badge.ts';
import { axeViolations } from '../../harness/axe.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { storeItems } from '../../harness/stored-items.ts';
import { isFirefox } from '../../harness/target.ts';
import { reads } from '../../harness/shown-text.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the popup without access or data', (target) => {
  test('shows facts and no verdict for a tool with two votes and a name of 80 characters', async ({
    visit,
    openPopup,
    changeStored,
  }) => {
    const name = 'An Unusually Long Name for a Tool That Nobody Would Choose but the Schema Permits';
    const vote = { vote: 'ship', take: 'It does what it says.', cites: ['license'] };
    const votes = [
      { reviewer: 'builder', ...vote },
      { reviewer: 'skeptic', ...vote },
    ];
    await changeStored('tool', 'axolotl', {
      name: name.slice(0, 80),
      review: { version: '0.16', date: '2026-11-22', votes },
    });
    const popup = await openPopup(await visit(axolotl));
    await reads(popup, '2 reviews; a verdict takes three');
    expect(await popup.text()).not.toContain('would ship it');
    expect(await popup.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await saveShot(popup, target, 'popup-no-verdict');
    expect(await axeViolations(popup)).toEqual([]);
  });

  test('falls back to the bundled catalog where the stored record is damaged', async ({
    visit,
    openPopup,
    changeStored,
  }) => {
    await changeStored('tool', 'axolotl', { facts: 7 });
    const popup = await openPopup(await visit(axolotl));
    await reads(popup, '3 of 4 reviewers would ship it');
  });

  test('repairs a stored catalog that is gone', async ({ visit, openPopup, extension }) => {
    await storeItems(extension, { catalog: { generation: 'none' } });
    const popup = await openPopup(await visit(axolotl));
    await reads(popup, '3 of 4 reviewers would ship it');
    await popup.close();
    const page = await visit(axolotl);
    await badgeHost(page);
  });

  // Chromium asks for a reload before it lets a withheld extension run, and its popup opens only after that.
  if (isFirefox(target)) {
    test('shows the verdict and a button where site access was removed', async ({
      visit,
      openPopup,
      extension,
    }) => {
      await extension.withholdSites();
      const popup = await openPopup(await visit(axolotl));
      await reads(popup, '3 of 4 reviewers would ship it');
      await reads(popup, 'Turn on for github.com');
    });
  }
});
