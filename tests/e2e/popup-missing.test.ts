import { expect, it } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, inEachBrowser, popupReads as reads } from './running.ts';

inEachBrowser('the popup with rights or data missing', (running) => {
  const { target } = running;

  it('shows facts and no verdict for a tool with two votes and a name of 80 characters', async () => {
    const name = 'An Unusually Long Name for a Tool That Nobody Would Choose but the Schema Permits';
    const vote = { vote: 'ship', take: 'It does what it says.', cites: ['license'] };
    const votes = [
      { reviewer: 'builder', ...vote },
      { reviewer: 'skeptic', ...vote },
    ];
    await running.changeStored('tool', 'axolotl', {
      name: name.slice(0, 80),
      review: { version: '0.16', date: '2026-11-22', votes },
    });
    const popup = await running.extension.clickAction(await running.visit(axolotl));
    await reads(popup, 'Not reviewed yet');
    expect(await popup.text()).not.toContain('would ship it');
    expect(await popup.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await saveShot(popup, target, 'popup-no-verdict');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
  });

  it('falls back to the package where the stored record is damaged', async () => {
    await running.changeStored('tool', 'axolotl', { facts: 7 });
    const popup = await running.extension.clickAction(await running.visit(axolotl));
    await reads(popup, '3 of 4 reviewers would ship it');
    await popup.close();
  });

  it('mends a stored catalog that is gone', async () => {
    await running.store({ catalog: { generation: 'none' } });
    const popup = await running.extension.clickAction(await running.visit(axolotl));
    await reads(popup, '3 of 4 reviewers would ship it');
    await popup.close();
    const page = await running.visit(axolotl);
    await until('the mark again', () => page.$('span[data-hullmark]'));
  });

  // Chromium asks for a reload before it lets a withheld extension run, and its popup opens only after that.
  if (isFirefox(target)) {
    it('shows the verdict and a button where the site’s right was taken back', async () => {
      await running.extension.withholdSites();
      const popup = await running.extension.clickAction(await running.visit(axolotl));
      await reads(popup, '3 of 4 reviewers would ship it');
      await reads(popup, 'Turn on for github.com');
      await popup.close();
    });
  }
});
