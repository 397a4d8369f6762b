import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  badgeCount,
  badgeHost,
  badgeReacts,
  badgeReads,
  badgeText,
  hoverBadge,
  inBadge,
} from '../../harness/badge.ts';
import { hostilePage } from '../../harness/hostile-page.ts';
import { besidesPages } from '../../harness/network.ts';
import { pageQuiet } from '../../harness/page-quiet.ts';
import { savedPage } from '../../harness/saved-page.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { buildOf } from '../../harness/target.ts';
import { until } from '../../harness/until.ts';
import { axolotlWords } from './badge-words.ts';
import { axolotl, extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const words = axolotlWords;
const address = (name: string) => `https://github.com/axolotl-ai-cloud/axolotl/tree/${name}`;
const card = '[popover]:popover-open';
const tabs = async (page: Page) => (await page.browser().pages()).length;

inEachBrowser('on a hostile page', (target) => {
  test('the badge renders under the strictest policy and with trusted types', async ({ visit }) => {
    const policy =
      "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const page = await visit(address('policy'), {
      body: hostilePage(),
      headers: { 'content-security-policy': policy },
    });
    await badgeReads(page, words);
    const drawn = await inBadge(page, (root) => {
      const style = getComputedStyle(root.querySelector('.badge')!);
      return [style.borderTopLeftRadius, style.cursor, getComputedStyle(root.querySelector('.bars')!).width];
    });
    expect(drawn).toEqual(['12px', 'pointer', '33px']);
    await hoverBadge(page);
    expect(await badgeText(page, card)).toContain('3 of 4 would ship it');
    const width = await inBadge(page, (root) => getComputedStyle(root.querySelector('.card')!).width);
    expect(width).toBe('320px');
    await saveShot(page, target, 'hostile-policy');
  });

  test('overwritten built-ins neither stop the badge nor learn of it', async ({ visit }) => {
    const page = await visit(address('built-ins'), { body: hostilePage('overwriteBuiltIns') });
    await badgeReads(page, words);
    await hoverBadge(page);
    expect(await badgeText(page, card)).toContain('Unsloth');
    const overheard = await page.evaluate(
      "let all = ''; for (const what of window.caught) all += what + '\\n'; all",
    );
    expect(overheard).not.toMatch(/hullmark|Ship|axolotl|sssk/i);
  });

  test('a thousand look-alikes of the badge stay as they are, and ours is one more', async ({ visit }) => {
    const page = await visit(address('crowd'), { body: hostilePage('addLookAlikes') });
    await until('our badge among them', async () => (await badgeCount(page)) === 1001);
    const changes = await page.evaluate(async () => {
      let count = 0;
      const watch = new MutationObserver((records) => void (count += records.length));
      watch.observe(document, { childList: true, subtree: true, attributes: true });
      for (let n = 0; n < 50; n += 1) {
        document.body.append(document.createElement('i'));
        await new Promise((done) => setTimeout(done, 5));
      }
      watch.disconnect();
      return count - 50;
    });
    expect(changes).toBe(0);
    const lookAlikes = await page.$$eval('#crowd > span', (crowd) => crowd.length);
    expect(lookAlikes).toBe(1000);
  });

  test('synthetic events open nothing and fetch nothing', async ({ visit, web }) => {
    const page = await visit(address('events'), { body: hostilePage() });
    await badgeReacts(page);
    const before = await tabs(page);
    web.forget();
    await (
      await badgeHost(page)
    ).evaluate((host) => {
      const options = { bubbles: true, composed: true, cancelable: true };
      for (const type of [
        'pointerenter',
        'pointerover',
        'mouseover',
        'mousedown',
        'mouseup',
        'click',
        'focusin',
      ])
        host.dispatchEvent(new MouseEvent(type, options));
      for (const key of ['Enter', ' ', 'ArrowDown']) {
        host.dispatchEvent(new KeyboardEvent('keydown', { ...options, key }));
        host.dispatchEvent(new KeyboardEvent('keyup', { ...options, key }));
      }
      host.click();
      host.focus();
      for (const type of ['open-verdict', 'open-comparison', 'refresh-feed', 'repair-catalog', 'page-facts'])
        postMessage({ type, data: { tool: 'axolotl', left: 'axolotl', feed: 'x' } }, '*');
    });
    // By the time that another page has its badge, whatever these had begun would be there.
    await badgeText(await visit(axolotl));
    expect(await inBadge(page, (root, open) => root.querySelector(open), card)).toBeNull();
    expect(await tabs(page)).toBe(before + 1);
    expect(besidesPages(web)).toEqual([]);
  });

  test('the text stays, and the page learns neither it nor what was looked up', async ({ visit }) => {
    const page = await visit(address('words'), { body: hostilePage() });
    await badgeReads(page, words);
    const learned = await (
      await badgeHost(page)
    ).evaluate((host) => {
      host.textContent = 'Ship 100% of everything';
      host.insertAdjacentHTML('beforeend', '<b slot="x">bought</b>');
      host.setAttribute('aria-label', 'Ship 100%');
      let second = 'none';
      try {
        host.attachShadow({ mode: 'open' });
        second = 'made';
      } catch {
        // One root is ours already.
      }
      const { left, top, width, height } = host.getBoundingClientRect();
      const under = document.elementFromPoint(left + width / 2, top + height / 2);
      const api = (window as unknown as { chrome?: { runtime?: object } }).chrome?.runtime;
      return {
        second,
        root: host.shadowRoot,
        under: under === host,
        sends: Boolean(api && 'sendMessage' in api),
        own: [...host.attributes].map(({ name }) => name).sort(),
        stored: [localStorage.length, sessionStorage.length, document.cookie],
      };
    });
    expect(learned).toEqual({
      second: 'none',
      root: null,
      under: true,
      sends: false,
      own: ['aria-label', 'class', 'data-hullmark'],
      stored: [0, 0, ''],
    });
    await badgeReads(page, words);
    expect(await inBadge(page, (root) => root.querySelectorAll('slot').length)).toBe(0);
  });

  test('nothing of the extension can be loaded by the page', async ({ visit, extension }) => {
    const page = await visit(address('resources'), { body: hostilePage() });
    await badgeText(page);
    const files = ['manifest.json', 'badge.js', 'catalog.json', 'popup.html', 'icon/128.png'];
    const answered = await page.evaluate(
      async (origin, paths) => {
        const tries = paths.map((path) => fetch(origin + path, { mode: 'no-cors' }));
        const images = paths.map(
          (path) =>
            new Promise((done) => {
              const image = new Image();
              image.onload = () => done(path);
              image.onerror = () => done('');
              image.src = origin + path;
            }),
        );
        const fetched = await Promise.allSettled(tries);
        return [...fetched.map(({ status }) => status), ...(await Promise.all(images))];
      },
      extension.origin,
      files,
    );
    expect(new Set(answered)).toEqual(new Set(['rejected', '']));
    expect(JSON.parse(readFileSync(`${buildOf(target)}/manifest.json`, 'utf8'))).not.toHaveProperty(
      'web_accessible_resources',
    );
  });

  test('a badge that the page keeps removing comes back, then stops', async ({ visit }) => {
    const page = await visit(address('thrown-out'), { body: hostilePage() });
    await badgeText(page);
    await (
      await badgeHost(page)
    ).evaluate((host) => {
      document.body.dataset.returns = '0';
      const out = new MutationObserver(() => {
        if (!host.isConnected) return;
        document.body.dataset.returns = String(Number(document.body.dataset.returns) + 1);
        host.remove();
      });
      out.observe(document, { childList: true, subtree: true });
      host.remove();
    });
    await pageQuiet(page);
    const returns = await page.$eval('body', (body) => Number(body.dataset.returns));
    expect(returns).toBeGreaterThan(0);
    expect(returns).toBeLessThanOrEqual(10);
  });

  test('reads from right to left without covering the name', async ({ visit }) => {
    const rtl = savedPage('github/repository-logged-in.html', { owner: 'axolotl-ai-cloud', name: 'axolotl' });
    const page = await visit(address('rtl'), {
      body: rtl.replace('<html lang="en"', '<html lang="ar" dir="rtl"'),
    });
    await badgeText(page);
    const overlap = await (
      await badgeHost(page)
    ).evaluate((host) => {
      const badge = host.getBoundingClientRect();
      const name = document.querySelector('.GlobalNav ol')!;
      const range = document.createRange();
      range.selectNodeContents(name);
      const box = range.getBoundingClientRect();
      const apart = badge.right <= box.left || badge.left >= box.right || badge.top >= box.bottom;
      return { apart, inside: badge.left >= 0 && badge.right <= innerWidth };
    });
    expect(overlap).toEqual({ apart: true, inside: true });
    const direction = await inBadge(
      page,
      (root) => getComputedStyle(root.querySelector('.badge')!).direction,
    );
    expect(direction).toBe('ltr');
    await saveShot(page, target, 'rtl');
  });

  test.for([1.5, 2, 3])(
    'stays inside the window and off the name at %d times the size',
    async (zoom, { visit, extension }) => {
      const page = await visit(address('zoom'), { body: hostilePage() });
      await extension.setZoom(page, zoom);
      await badgeText(page);
      const box = await (
        await badgeHost(page)
      ).evaluate((host) => {
        const { left, right, width } = host.getBoundingClientRect();
        return { inside: left >= 0 && right <= innerWidth, wide: width > 20 };
      });
      expect(box).toEqual({ inside: true, wide: true });
      await saveShot(page, target, `zoom-${zoom * 100}`);
    },
  );
});
