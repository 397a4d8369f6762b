import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeHost, badgeIn, badgeText, inBadge, tabToBadge } from '../../harness/badge.ts';
import { zoomTo } from '../../harness/media.ts';
import { pageQuiet } from '../../harness/page-quiet.ts';
import { saveShot } from '../../harness/screenshots.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const docs = 'https://docs.litellm.ai/place';
const header = (inside = '', style = '') =>
  `<header style="display: flex; gap: 12px; align-items: center; padding: 14px 20px; ${style}"><a href="/">LiteLLM</a>${inside}</header>`;
const html = (body: string, style = '', attributes = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>docs</title><link rel="icon" href="data:,"><style>body { margin: 0 } ${style}</style></head><body ${attributes}>${body}</body></html>`;

/** What a person can see of the badge: where it is, or why it cannot be seen. */
async function seen(page: Page): Promise<string> {
  return (await badgeHost(page)).evaluate((host) => {
    if (getComputedStyle(host).visibility === 'hidden') return 'hidden';
    const { left, top, right, bottom } = host.getBoundingClientRect();
    const points = [left + 8, (left + right) / 2, right - 8].map((x) =>
      document.elementFromPoint(x, (top + bottom) / 2),
    );
    if (!points.every((hit) => hit === host)) return 'covered';
    if (host.dataset.hullmark !== 'corner') return host.dataset.hullmark ?? 'nowhere';
    return `${bottom > innerHeight / 2 ? 'bottom' : 'top'} ${right > innerWidth / 2 && left > 20 ? 'right' : 'left'}`;
  });
}

const isSeen = (page: Page, ...where: string[]) =>
  until(`the badge ${where.join(' or ')}`, async () => where.includes(await seen(page))).catch(
    async (error) => {
      throw new Error(`${String(error)}: it is ${await seen(page)}`);
    },
  );

/** The page's controls that the badge lies over. */
const covered = async (page: Page): Promise<string[]> =>
  (await badgeHost(page)).evaluate((host) => {
    if (getComputedStyle(host).visibility === 'hidden') return [];
    const own = host.getBoundingClientRect();
    return [...document.querySelectorAll('a, button, input, iframe')].flatMap((each) => {
      const { left, top, right, bottom } = each.getBoundingClientRect();
      const isUnder = left < own.right && right > own.left && top < own.bottom && bottom > own.top;
      return isUnder && each.checkVisibility() ? [each.textContent] : [];
    });
  });

const colour = (page: Page): Promise<string> =>
  inBadge(page, (root) => getComputedStyle(root.querySelector('.badge')!).backgroundColor);
const isDark = async (page: Page) => (await colour(page)) === 'rgb(20, 24, 29)';

inEachBrowser('where the badge stands,', (target) => {
  test.beforeAll(({ extension }) => extension.grantHost('docs.litellm.ai'));

  test('it lies under whatever the page lays over its name, and comes back', async ({ visit }) => {
    const overlay = 'position: fixed; inset: 0; background: #fff8';
    const page = await visit(docs, {
      body: html(
        `<div id="early" style="${overlay}; display: none"></div>${header('<button id="menu" style="margin-left: auto">Menu</button><div id="drop" hidden style="position: absolute; left: 60px; top: 4px; width: 300px; height: 200px; background: #eee">A menu</div>', 'position: relative; z-index: 3')}
        <main><p>Words.</p></main><dialog>A dialog</dialog><div id="late" style="${overlay}; display: none"></div>`,
        '.open #early, .open-late #late { display: block !important }',
      ),
    });
    await isSeen(page, 'float');
    const layer = () =>
      badgeHost(page).then((host) => host.evaluate((each) => getComputedStyle(each).zIndex));
    expect(await layer()).toBe('3');
    const changes: Record<string, [(() => void) | string, (() => void) | string]> = {
      'an overlay with a higher layer': [
        () => {
          const cover = document.body.appendChild(document.createElement('div'));
          cover.id = 'cover';
          cover.style.cssText = 'position: fixed; inset: 0; background: #fff8; z-index: 10';
        },
        () => document.querySelector('#cover')!.remove(),
      ],
      'an overlay outside the body': [
        () => {
          const cover = document.documentElement.appendChild(document.createElement('div'));
          cover.id = 'cover';
          cover.style.cssText = 'position: fixed; inset: 0; background: #fff8; z-index: 10';
        },
        () => document.querySelector('#cover')!.remove(),
      ],
      'an overlay that shows by a class': [
        () => (document.querySelector<HTMLElement>('#late')!.style.cssText += 'display: block; z-index: 4'),
        () => (document.querySelector<HTMLElement>('#late')!.style.display = 'none'),
      ],
      'a menu in the bar': [
        () => (document.querySelector<HTMLElement>('#drop')!.hidden = false),
        () => (document.querySelector<HTMLElement>('#drop')!.hidden = true),
      ],
      'a modal dialog': [
        () => document.querySelector('dialog')!.showModal(),
        () => document.querySelector('dialog')!.close(),
      ],
      'a bar that fades': [
        () => (document.querySelector('header')!.style.opacity = '0.1'),
        () => (document.querySelector('header')!.style.opacity = '1'),
      ],
      'a name that leads elsewhere': [
        () => (document.querySelector('header a')!.textContent = 'Other'),
        () => (document.querySelector('header a')!.textContent = 'LiteLLM'),
      ],
    };
    for (const [what, [open, close]] of Object.entries(changes)) {
      await page.evaluate(open);
      await isSeen(page, 'hidden').catch((error) => {
        throw new Error(`${what}: ${String(error)}`);
      });
      await page.evaluate(close);
      await isSeen(page, 'float').catch((error) => {
        throw new Error(`after ${what}: ${String(error)}`);
      });
    }
  });

  test('an overlay that a click opens hides it, although it is older and has no layer', async ({ visit }) => {
    const page = await visit(docs, {
      body: html(
        `<div id="early" style="position: fixed; inset: 0; background: #fff8; display: none"></div>${header('<button id="open" style="margin-left: auto">Open</button>')}<main><p>Words.</p></main>`,
      ),
    });
    await isSeen(page, 'float');
    await page.evaluate(() =>
      document.querySelector('#open')!.addEventListener('click', () => {
        document.querySelector<HTMLElement>('#early')!.style.display = 'block';
      }),
    );
    await page.click('#open');
    await isSeen(page, 'hidden');
  });

  test('a page that renders its root anew, behind the badge and in the same layer, does not cover it', async ({
    visit,
  }) => {
    const root = `<div id="root" style="position: relative">${header()}<main><p>Words.</p></main></div>`;
    const page = await visit(docs, { body: html(root) });
    await isSeen(page, 'float');
    await page.evaluate(() => document.body.append(document.querySelector('#root')!));
    await pageQuiet(page);
    await isSeen(page, 'float');
    await page.evaluate((anew) => {
      document.querySelector('#root')!.remove();
      document.body.insertAdjacentHTML('beforeend', anew);
    }, root);
    await pageQuiet(page);
    await isSeen(page, 'float');
  });

  test('what was in the corner from the start stays there when a name comes', async ({ visit }) => {
    const page = await visit(docs, { body: html('<header></header><main><p>Words.</p></main>') });
    await isSeen(page, 'bottom right');
    await page.evaluate((bar) => {
      document.querySelector('header')!.outerHTML = bar;
      document.body.className = 'changed';
    }, header());
    await pageQuiet(page);
    await page.mouse.click(300, 300);
    await pageQuiet(page);
    expect(await seen(page)).toBe('bottom right');
  });

  test('everything but a dialog may be inert for a while', async ({ visit }) => {
    const page = await visit(docs, {
      body: html(`${header()}<main><p>Words.</p></main><div id="dialog">A dialog</div>`),
    });
    await isSeen(page, 'float');
    await page.evaluate(() => {
      for (const each of document.body.children) (each as HTMLElement).inert = each.id !== 'dialog';
    });
    await isSeen(page, 'hidden', 'covered');
    await page.evaluate(() => {
      for (const each of document.body.children) (each as HTMLElement).inert = false;
    });
    await isSeen(page, 'float');
    await tabToBadge(page);
  });

  test('no control lies under it in a corner, at 400 pixels and at 200 % either', async ({ visit }) => {
    const bars: Record<string, [string, ...string[]]> = {
      'a button in the corner': [
        '<button style="position: fixed; right: 20px; bottom: 20px; width: 56px; height: 56px">Chat</button>',
        'bottom left',
      ],
      'a bar of buttons at the bottom': [
        `<nav style="position: fixed; left: 0; right: 0; bottom: 0; display: flex">${'<button style="flex: 1; height: 56px">Go</button>'.repeat(4)}</nav>`,
        'top right',
        'top left',
      ],
      'bars at top and bottom': [
        ['top', 'bottom']
          .map(
            (side) =>
              `<nav style="position: fixed; left: 0; right: 0; ${side}: 0; display: flex">${'<a href="/x" style="flex: 1; height: 56px">Go</a>'.repeat(4)}</nav>`,
          )
          .join(''),
        'hidden',
      ],
      'a frame in the corner': [
        '<iframe style="position: fixed; right: 0; bottom: 0; width: 300px; height: 80px"></iframe>',
        'bottom left',
        'top right',
      ],
      'nothing in the corner': ['<p>Words.</p>', 'bottom right'],
    };
    const page = await visit(docs, {
      body: html('<main style="padding: 90px 0; min-height: 300px"></main>'),
    });
    await isSeen(page, 'bottom right');
    for (const [what, [inside, ...where]] of Object.entries(bars)) {
      await page.evaluate((text) => (document.querySelector('main')!.innerHTML = text), inside);
      for (const shape of ['wide', 'narrow', 'zoomed'] as const) {
        if (shape === 'narrow') await page.setViewport({ width: 400, height: 800 });
        else await zoomTo(page, shape === 'zoomed' ? 2 : 1);
        await pageQuiet(page);
        await isSeen(page, ...where, ...(shape === 'wide' ? [] : ['hidden', 'top left', 'top right'])).catch(
          (error) => {
            throw new Error(`${what}, ${shape}: ${String(error)}`);
          },
        );
        expect(await covered(page), `${what}, ${shape}`).toEqual([]);
        await saveShot(page, target, `corner-${what.replaceAll(' ', '-')}-${shape}`);
      }
    }
    await zoomTo(page, 1);
  });

  test('a wall over the whole page hides it in the corner, until it is gone', async ({ visit }) => {
    const wall =
      '<div id="wall" style="position: fixed; inset: 0; z-index: 99; background: #0008">Cookies?</div>';
    const page = await visit(docs, {
      body: html(`<main style="min-height: 900px"><p>Words.</p></main>${wall}`),
    });
    await isSeen(page, 'hidden');
    await page.evaluate(() => document.querySelector('#wall')!.remove());
    await isSeen(page, 'bottom right');
    await page.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), wall);
    await isSeen(page, 'hidden');
  });

  test('an application that fills the window has it in its corner, also in a body that moves what is fixed', async ({
    visit,
  }) => {
    const page = await visit(docs, {
      body: html(
        '<div style="position: fixed; inset: 0; z-index: 5; overflow: auto"><p>An application.</p></div>',
      ),
    });
    await isSeen(page, 'bottom right');
    await page.evaluate(() => (document.body.style.cssText = 'transform: translateX(0); height: 2000px'));
    await isSeen(page, 'bottom right');
  });

  test('it is as dark as what the page shows behind it', async ({ visit, extension }) => {
    const page = await visit(docs, {
      body: html(
        `${header()}<main><p>Words.</p></main>`,
        '.dark { background: oklch(0.2 0.02 250); color: #eee }',
      ),
    });
    await isSeen(page, 'float');
    expect(await isDark(page)).toBe(false);
    const looks: [string, boolean, () => void][] = [
      ['a class of the root', true, () => document.documentElement.classList.add('dark')],
      [
        'a light bar on it',
        false,
        () => (document.querySelector('header')!.style.background = 'rgb(250 250 250 / 90%)'),
      ],
      [
        'a picture with light text',
        true,
        () =>
          (document.querySelector('header')!.style.cssText += 'background: linear-gradient(#123, #345)') &&
          (document.querySelector<HTMLElement>('header a')!.style.color = '#fff'),
      ],
      [
        'a bar that lets the page shine through',
        true,
        () => (document.querySelector('header')!.style.background = 'none'),
      ],
      ['no class', false, () => document.documentElement.classList.remove('dark')],
      ['a colour scheme alone', true, () => (document.documentElement.style.colorScheme = 'dark')],
    ];
    for (const scheme of ['light', 'dark'] as const) {
      await extension.setColorScheme(page, scheme);
      for (const [what, dark, change] of looks) {
        await page.evaluate(change);
        await until(`${what} in ${scheme}`, async () => (await isDark(page)) === dark);
      }
      await page.evaluate(() => {
        document.documentElement.removeAttribute('style');
        document.querySelector('header')!.style.background = '';
        document.querySelector<HTMLElement>('header a')!.style.color = '';
      });
    }
    await badgeIn(page, 'float');
    await badgeText(page);
  });
});
