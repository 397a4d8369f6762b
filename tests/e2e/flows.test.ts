import { expect } from 'vitest';
import { badgeGone, badgeText } from '../../harness/badge.ts';
import type { Popup } from '../../harness/extension.ts';
import { handsOn } from '../../harness/hands.ts';
import { reads } from '../../harness/shown-text.ts';
import { isFirefox } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const isReady = (popup: Popup) =>
  until('all of the popup', () =>
    popup.evaluate(
      () => document.querySelector('[aria-label=More]') && document.querySelector('[aria-pressed=false] bdi'),
    ),
  );

// The clicks and keys are what a person was promised; one more and the promise is broken.
inEachBrowser('what people come for', (target) => {
  test('may I use it at work, and why: 2 clicks', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await isReady(popup);
    const hands = handsOn(popup);
    expect(await popup.text()).toMatch(/Commercial use[^]{0,20}Yes/);
    await hands.click('Commercial use');
    await reads(popup, 'LICENSE');
    expect(await popup.evaluate(linksToLicense)).toBeGreaterThan(0);
    expect(hands.count).toEqual({ clicks: 2, keys: 0 });
  });

  test('verdict, another alternative, summary copied: 3 clicks', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await isReady(popup);
    await popup.evaluate(listenToClipboard);
    const hands = handsOn(popup);
    const other = await popup.evaluate(otherAlternative);
    await hands.click(other);
    await until(`${other} to be chosen`, async () =>
      (await popup.evaluate(chosenAlternative)).startsWith(other),
    );
    await hands.click('Copy summary');
    await reads(popup, 'Copied');
    const lines = (await popup.evaluate(copied)).trim().split('\n').filter(Boolean);
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(lines.join('\n')).toMatch(/Axolotl[^]*Ship/);
    expect(lines.join('\n')).toContain(other);
    expect(hands.count).toEqual({ clicks: 3, keys: 0 });
  });

  test('why does the Creator say skip: 2 clicks', async ({ openPopup }) => {
    const popup = await openPopup(axolotl);
    await isReady(popup);
    const hands = handsOn(popup);
    await hands.click('Creator');
    await until('the review in place', () =>
      popup.evaluate(
        () => document.querySelector('[aria-expanded=true]')?.textContent?.includes('Creator') ?? false,
      ),
    );
    expect(await popup.text()).toContain('Is it useful');
    expect(hands.count).toEqual({ clicks: 2, keys: 0 });
  });

  test('no badge on this site: 2 clicks in the popup, and 1 to have it back', async ({
    visit,
    openPopup,
  }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const popup = await openPopup(page);
    await isReady(popup);
    const hands = handsOn(popup);
    await hands.click('More');
    await hands.click('Turn off badges on github.com');
    await badgeGone(page);
    expect(hands.count.clicks - 1).toBe(2);
    await hands.click('Undo');
    await badgeText(page);
  });

  test('all of it by keyboard', async ({ visit, openPopup }) => {
    const page = await visit(axolotl);
    await badgeText(page);
    const popup = await openPopup(page);
    await isReady(popup);
    const hands = handsOn(popup);
    await hands.tabTo('More', 8);
    await hands.press('Enter');
    // Firefox closes the popup itself with Escape.
    if (!isFirefox(target)) {
      await hands.press('Escape');
      expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More');
    }
    await hands.tabTo('Commercial use', 30);
    await hands.press('Enter');
    await reads(popup, 'LICENSE');
    await hands.tabTo(await popup.evaluate(otherAlternative), 30);
    await hands.press('Enter');
    await hands.tabTo('Copy summary', 30);
    expect(hands.count.keys).toBeLessThan(60);
  });
});

// These run in the popup.
const linksToLicense = () => document.querySelectorAll('a[href*="LICENSE"]').length;

const otherAlternative = () =>
  document.querySelector('[aria-pressed=false] bdi, [aria-pressed=false] span')!.textContent.trim();
const chosenAlternative = () => document.querySelector('[aria-pressed=true]')?.textContent.trim() ?? '';

function listenToClipboard(): void {
  const heard = window as unknown as { copied: string };
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => {
    heard.copied = text;
    return write(text);
  };
}

const copied = () => (window as unknown as { copied: string }).copied;
