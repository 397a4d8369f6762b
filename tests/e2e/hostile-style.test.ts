import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  badgeBox,
  badgeCount,
  badgeHost,
  badgeIn,
  badgeReads,
  badgeText,
  type Box,
  hoverBadge,
  inBadge,
  leaveBadge,
} from '../../harness/badge.ts';
import { hostilePage } from '../../harness/hostile-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const address = (name: string) => `https://github.com/axolotl-ai-cloud/axolotl/tree/${name}`;
const card = '[popover]:popover-open';
const hostile = readFileSync(new URL('../pages/hostile-style.js', import.meta.url), 'utf8');
const styles = ['badge/badge.css', 'badge/card.css', 'components/look.css'].map((file) =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
);
const names = {
  properties: [...new Set(styles.join('').match(/--[\w-]+/g)), '--ships', '--skips'],
  families:
    'system-ui,sans-serif,serif,monospace,ui-sans-serif,-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Noto Sans,inherit,initial'.split(
      ',',
    ),
};
type Hostile = {
  hostileStyle: { add(which: number, of: typeof names): string[]; misuse(host: HTMLElement): void };
};

/** A box without its rounded border, whose pixels are mixed with the page's, and the page's scroll bar. */
const within = ({ x, y, width, height }: Box): Box => ({
  x: Math.ceil(x) + 8,
  y: Math.ceil(y) + 4,
  width: Math.floor(width) - 16,
  height: Math.floor(height) - 8,
});

/** The pixels of the badge and, in Chromium, of its card, opened for that. */
async function picture(page: Page): Promise<string[]> {
  await until('the badge on top', () =>
    inBadge(page, ({ host }) => {
      const { left, top, width, height } = host.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === host;
    }),
  );
  const badge = await page.screenshot({ clip: within(await badgeBox(page)), encoding: 'base64' });
  // On a busy machine Firefox does not open a card on a page that it lays out over and over (seen 2026-11).
  if (page.browser().process()?.spawnfile.includes('firefox')) return [badge];
  // Fonts that fail make Firefox lay the page out anew, and the card may close for that.
  const clip = await until(
    'the open card',
    async () => {
      await leaveBadge(page);
      await hoverBadge(page);
      await badgeText(page, card, 2000);
      return within(await badgeBox(page, card));
    },
    30_000,
  );
  const open = await page.screenshot({ clip, encoding: 'base64' });
  await leaveBadge(page);
  await until('the card to close', async () => !(await badgeText(page, card, 1).catch(() => '')));
  return [badge, open];
}

/** Waits until the pixels are these, since a page whose fonts fail is laid out anew a few times. */
const looksLike = (page: Page, pixels: string[]) =>
  until('the same pixels', async () => (await picture(page)).join() === pixels.join(), 60_000);

/** Every computed value of every element inside, its generated text included, apart from where it stands. */
const computed = (page: Page): Promise<string[]> =>
  inBadge(page, (root) =>
    [...root.querySelectorAll('.badge-root, .badge-root *')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return [...style]
          .filter((name) => !name.startsWith('--') && !/origin|^(inset|top|left|right|bottom)/.test(name))
          .map((name) => `${element.className} ${pseudo} ${name}: ${style.getPropertyValue(name)}`);
      }),
    ),
  );

inEachBrowser('a hostile style sheet', (target) => {
  test('changes no pixel and no value inside, and its fonts are never asked for', async ({
    visit,
    store,
    web,
  }) => {
    await store({ badgePosition: 'corner' });
    const page = await visit(address('style'), {
      body: hostilePage().replace('<head>', () => `<head><script>${hostile}</script>`),
    });
    await badgeIn(page, 'corner');
    // What shows behind rounded corners is the page's, so here it is always white.
    await page.evaluate(() => {
      const behind = document.createElement('div');
      behind.style.cssText =
        'all:initial!important;position:absolute!important;inset:0!important;background:#fff!important;z-index:2147483645!important;color-scheme:only light!important;forced-color-adjust:none!important';
      document.body.prepend(behind);
    });
    const [pixels, values] = [await picture(page), await computed(page)];
    for (const which of [0, 1]) {
      const tried = await page.evaluate(
        (which, names) => (window as unknown as Hostile).hostileStyle.add(which, names),
        which,
        names,
      );
      // The list is found out in the page; these are some that must be on it.
      for (const name of [
        'color',
        'color-scheme',
        'cursor',
        'direction',
        'font-size',
        'letter-spacing',
        'quotes',
        'text-transform',
        'writing-mode',
      ])
        expect(tried).toContain(name);
      expect(tried.length).toBeGreaterThan(60);
      await until('the font of the page itself', () =>
        Promise.resolve(web.requests.some(({ path }) => path === '/leak/probe')),
      );
      await looksLike(page, pixels);
      expect(await computed(page)).toEqual(values);
      await saveShot(page, target, `hostile-style-${which}`);
    }
    await (
      await badgeHost(page)
    ).evaluate((host) => (window as unknown as Hostile).hostileStyle.misuse(host));
    await looksLike(page, pixels);
    expect(await computed(page)).toEqual(values);
    const fonts = web.requests.map(({ path }) => path).filter((path) => path.startsWith('/leak/'));
    expect(new Set(fonts)).toEqual(new Set(['/leak/probe']));
    const css = await inBadge(page, (root) =>
      [...root.querySelectorAll('style')].map((each) => each.textContent).join(''),
    );
    expect(css).not.toMatch(/--[a-z]|var\(|url\(|@keyframes/);
    await badgeReads(page, axolotlWords);
  }, 120_000);

  test('that fades, filters, turns or enlarges what is around sends the badge to the corner, or away', async ({
    visit,
  }) => {
    const page = await visit(address('around'), { body: hostilePage() });
    await badgeIn(page, 'after', 'float');
    const wears = (element: 'body' | 'documentElement', style: string) =>
      page.evaluate((which, css) => document[which].setAttribute('style', css), element, style);
    for (const style of ['opacity: 0.9', 'zoom: 1.5']) {
      await wears('body', style);
      await badgeIn(page, 'corner');
    }
    for (const style of ['filter: invert(1)', 'rotate: 180deg', 'mix-blend-mode: difference']) {
      await wears('documentElement', style);
      await until('the badge to leave', async () => (await badgeCount(page)) === 0);
      await wears('documentElement', '');
      await page.evaluate(() => document.body.append('.'));
      await badgeIn(page, 'corner');
    }
  });

  test('cannot measure a verdict, nor a script find its words', async ({ visit }) => {
    const page = await visit(address('words-found'), { body: hostilePage() });
    await badgeText(page);
    const widths = await inBadge(page, (root) => {
      const [word, count] = [...root.querySelectorAll<HTMLElement>('.verdict > *')];
      return [
        ['Ship', '3 of 4'],
        ['Ship', '4 of 4'],
        ['Split', '2-2'],
        ['Skip', '5 of 5'],
      ].map((texts) => {
        [word!.dataset.text, count!.dataset.text] = texts;
        return root.host.getBoundingClientRect().width;
      });
    });
    expect(new Set(widths).size).toBe(1);
    await hoverBadge(page);
    await badgeText(page, card);
    const find = (words: string) =>
      page.evaluate((text) => (window as unknown as { find(text: string): boolean }).find(text), words);
    expect(await find('axolotl')).toBe(true);
    for (const words of [
      'Ship',
      '3 of 4',
      'for v0.16',
      'would ship',
      'Commercial use',
      'Against',
      'vs Unsloth',
    ])
      expect(await find(words), words).toBe(false);
    const selected = await page.evaluate(() => {
      document.execCommand('selectAll');
      return getSelection()!.toString();
    });
    expect(selected).not.toMatch(/Ship|75%|would ship/);
  });
});
