import { expect } from 'vitest';
import { badgeText, hoverBadge, inBadge } from '../../harness/badge.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { reads } from '../../harness/shown-text.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const model = (name: string) => `https://huggingface.co/mistralai/${name}`;
const noncommercial = model('Codestral-22B-v0.1');
const current = model('Mistral-Small-4-2603');

inEachBrowser('the page of one model of a family', (target) => {
  test('has its own license on badge and card, and says whose the verdict is', async ({ visit }) => {
    expect(await badgeText(await visit(noncommercial))).toBe('Facts only no commercial use');
    const page = await visit(current);
    expect(await badgeText(page)).toContain('family’s verdict');
    await hoverBadge(page);
    const card = await until('the card', () =>
      inBadge(page, (root) => {
        const texts = [...root.querySelectorAll('.card [data-text]')];
        return texts.length > 0 && texts.map((each) => each.getAttribute('data-text'));
      }),
    );
    await saveShot(page, target, 'variant-card');
    expect(card).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Verdict is for .+, not this one$/),
        'Apache-2.0',
        'Commercial use: yes',
      ]),
    );
  });

  test('opens the popup of that model', async ({ openPopup }) => {
    const popup = await openPopup(noncommercial);
    await reads(popup, 'Non-Production');
    const text = await popup.text();
    expect(text).toContain('Codestral 22B');
    expect(text).not.toContain('Apache-2.0');
    await saveShot(popup, target, 'popup-variant');
    expect(await popup.evaluate(() => document.querySelector('footer a')!.getAttribute('href'))).toMatch(
      /compare\.html#mistral-older-models@pkg%3Ahuggingface%2Fmistralai%2Fcodestral-22b-v0\.1/,
    );
  });
});
