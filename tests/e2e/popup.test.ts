import { expect } from 'vitest';
import { axeViolations } from '../../harness/axe.ts';
import type { Popup } from '../../harness/extension.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { press, reads } from '../../harness/shown-text.ts';
import { axolotl, extensionTest, inEachBrowser, unknownRepository } from './extension-test.ts';

const test = extensionTest();

inEachBrowser('the popup', (target) => {
  test('shows verdict, facts, rival and scorecard of the page’s tool', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    const text = await popup.text();
    for (const part of [
      'Axolotl',
      'Fine-tuning · by Axolotl AI',
      '3 of 4 reviewers would ship it',
      'Reviewed v0.16, which has 1 known high vulnerability. v0.',
      'Free',
      'sources disagree',
      'Apache-2.0',
      'Unsloth',
      'Builder',
      'Creator',
    ]) {
      expect(text).toContain(part);
    }
    const size = await popup.evaluate(() => ({
      height: document.documentElement.getBoundingClientRect().height,
      scrolls:
        document.querySelector('.scroll')!.scrollHeight > document.querySelector('.scroll')!.clientHeight,
      footer: document.querySelector('footer')!.getBoundingClientRect().bottom,
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }));
    expect(size.height).toBeLessThanOrEqual(600);
    expect(size.footer).toBeLessThanOrEqual(size.height + 1);
    expect(size).toMatchObject({ scrolls: true, sideways: false });
    await saveShot(popup, target, 'popup-tool');
  });

  test('opens the sources of a fact and other claims with one press', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Price');
    await popup.click('.FactGrid-grid > :nth-child(3) button');
    await reads(popup, 'says: Paid');
    const text = await popup.text();
    expect(text).toContain('LICENSE');
    expect(text).toMatch(/As of \d+ [A-Z][a-z]{2} \d{4}/);
    expect(
      await popup.evaluate(() => document.querySelector<HTMLAnchorElement>('.FactDetail-detail a')!.href),
    ).toMatch(/^https:\/\/github\.com\/axolotl-ai-cloud\/axolotl\/blob\/[0-9a-f]{40}\/LICENSE/);
    expect(text).toContain('Copy report');
    await saveShot(popup, target, 'popup-fact');
  });

  test('links to how reviews work and to all tools', async ({ openPage, openPopup, extension }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    const href = (from: Popup, text: string) =>
      from.evaluate(
        (text) => [...document.querySelectorAll('a')].find((link) => link.textContent === text)?.href,
        text,
      );
    expect(await href(popup, 'How reviews work')).toBe(`${extension.origin}methodology.html`);
    await popup.close();
    const search = await openPopup(unknownRepository);
    await reads(search, 'All tools');
    expect(await href(search, 'All tools')).toBe(`${extension.origin}catalog.html`);
    await search.close();
    const page = await openPage('methodology.html');
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toMatch(
      /not hands-on tests[\s\S]*Nobody pays for a verdict[\s\S]*\d+ tools, \d+ of them reviewed/,
    );
    expect(await axeViolations(page)).toEqual([]);
    await saveShot(page, target, 'methodology');
  });

  test('compares with a rival found by search, and remembers it for the tool', async ({
    openPopup,
    extension,
  }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    await popup.click('section header [aria-expanded]');
    await until('the focus in the box', () =>
      popup.evaluate(() => document.activeElement?.matches('[role=combobox]')),
    );
    expect(await popup.evaluate(() => document.querySelector('[role=option] b')!.textContent)).toBe(
      'Unsloth',
    );
    for (const key of ['s', 'a', 'm', '3'] as const) await popup.press(key);
    await until('SAM 3 found', () =>
      popup.evaluate(() => document.querySelector('[role=option] b')?.textContent === 'SAM 3'),
    );
    await popup.press('Enter');
    await until('the choice', () => popup.evaluate(isSam3Chosen));
    await popup.close();
    const again = await openPopup('https://pypi.org/project/axolotl/');
    await until('the same choice', () => again.evaluate(isSam3Chosen));
    expect(await again.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a')!.href)).toBe(
      `${extension.origin}compare.html#axolotl/sam3`,
    );
    await again.close();
  });

  test('on an unknown page offers search and recent tools, cleared by a click, with undo', async ({
    openPopup,
  }) => {
    await (await openPopup(axolotl)).close();
    const popup = await openPopup(unknownRepository);
    await reads(popup, 'We don’t cover someone/something yet.');
    await reads(popup, 'Recent');
    await saveShot(popup, target, 'popup-unknown');
    await press(popup, 'Clear');
    await reads(popup, 'Recent tools cleared.');
    await press(popup, 'Undo');
    await until('the list again', () =>
      popup.evaluate(() => document.querySelectorAll('section li button').length > 0),
    );
    await press(popup, 'Clear');
    await reads(popup, 'Recent tools cleared.');
    for (const key of ['v', 'l', 'l', 'm', 'Enter'] as const) {
      if (key === 'v') await popup.click('[role=combobox]');
      await popup.press(key);
    }
    await reads(popup, 'Inference server');
  });

  test('works on a product site without access, and offers to turn badges on', async ({ openPopup }) => {
    const popup = await openPopup('https://docs.axolotl.ai/docs/config.html');
    await reads(popup, '3 of 4 reviewers would ship it');
    await reads(popup, 'Turn on for docs.axolotl.ai');
    await saveShot(popup, target, 'popup-badges-off');
  });

  test('says where badges were turned off in the options, and turns them on again', async ({
    openPopup,
    store,
  }) => {
    await store({ disabledHosts: ['github.com'] });
    const popup = await openPopup(axolotl);
    await reads(popup, 'Badges are off on github.com.');
    await popup.click('.BadgeSwitches-enable button');
    await until('the badges', async () => !(await popup.text()).includes('Badges are off'));
    await popup.close();
  });

  test.for(['light', 'dark'] as const)('has no axe violation in %s', async (scheme, { openPopup }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    await popup.setColorScheme(scheme);
    await popup.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await popup.click('.FactGrid-grid > :nth-child(3) button');
    expect(await axeViolations(popup)).toEqual([]);
    await popup.click('section header [aria-expanded]');
    await until('the list', () => popup.evaluate(() => document.querySelector('[role=option]') !== null));
    expect(await axeViolations(popup)).toEqual([]);
    await saveShot(popup, target, `popup-${scheme}`);
    await popup.close();
    const unknown = await openPopup(unknownRepository);
    await reads(unknown, 'Not in the catalog');
    await unknown.setColorScheme(scheme);
    expect(await axeViolations(unknown)).toEqual([]);
    await saveShot(unknown, target, `popup-unknown-${scheme}`);
  });

  test('can be used by keyboard alone', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await reads(popup, 'Alternatives');
    const missing = new Set([
      'Search tools',
      'More',
      'Price sources disagree Free',
      'Compare in detail',
      'Copy summary',
    ]);
    for (let step = 0; step < 80 && missing.size > 0; step++) {
      await popup.press('Tab');
      const focused = await popup.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      missing.delete(focused);
    }
    expect([...missing]).toEqual([]);
  });

  test('holds at 200 % zoom, in a tab of its own', async ({ openPage, extension }) => {
    const page = await openPage('popup.html');
    await extension.setZoom(page, 2);
    await until('the popup', () => page.$('header'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await saveShot(page, target, 'popup-zoomed');
  });
});

/** Whether the alternative that the comparison takes is SAM 3. Runs in the popup. */
function isSam3Chosen(): boolean {
  return (
    document
      .querySelector('.Alternatives-alternatives [aria-pressed=true]')
      ?.textContent?.startsWith('SAM 3') ?? false
  );
}
