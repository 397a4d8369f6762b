import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeBox, badgeHost, badgeReacts, clickBadge, tabToBadge } from '../../harness/badge.ts';
import { hostilePage } from '../../harness/hostile-page.ts';
import { until } from '../../harness/until.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';

const test = extensionTest();

const address = 'https://github.com/axolotl-ai-cloud/axolotl/tree/clicks';
const pressMs = 400;

/** What a page does to have its badge clicked unseen; each runs in the page, and says how to undo it. */
const changes: Record<string, (host: HTMLElement) => void> = {
  'an element around it fades out': (host) => (host.parentElement!.style.opacity = '0'),
  'the page fades': () => (document.body.style.opacity = '0.3'),
  'a filter makes it transparent': (host) => (host.parentElement!.style.filter = 'opacity(0)'),
  'it is enlarged': () => (document.body.style.transform = 'scale(1.5)'),
  'it is stretched': (host) => (host.parentElement!.style.scale = '3 1'),
  'it is turned over': () => (document.body.style.rotate = '180deg'),
  'it is tiny': () => (document.body.style.zoom = '0.2'),
  'a mask lies over it': () => (document.body.style.maskImage = 'linear-gradient(#0000, #0000)'),
  'it is blended away': () => (document.body.style.mixBlendMode = 'screen'),
};

const covers: typeof changes = {
  'a picture that lets clicks through covers it': () => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.cssText =
      'position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none!important';
  },
  'a pseudo-element that lets clicks through covers it': () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent =
      'body::after{content:"";position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none!important}';
  },
  'it is shown for the length of a click': (host) => {
    const around = host.parentElement!;
    const fade = (opacity: string) => () => (around.style.opacity = opacity);
    fade('0')();
    for (const type of ['pointerover', 'pointerdown', 'click']) addEventListener(type, fade('1'), true);
    setInterval(fade('0'), 30);
  },
  'a dialog lies on top': () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.style.cssText = 'inset:0;width:100vw;height:100vh;opacity:0;pointer-events:none';
    dialog.showModal();
  },
  'it is inert': (host) => (host.inert = true),
};

/** Presses where the page says that the badge is. */
async function pressBadge(page: Page, host: Awaited<ReturnType<typeof badgeHost>>): Promise<void> {
  const { x, y } = await host.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(1, 1);
  await page.mouse.click(Math.max(1, x), Math.max(1, y), { delay: pressMs });
}

/** A page with the badge, and what the extension hears of it. */
const clicks = test.extend<{ clicked: { page: Page; heard: () => Promise<string[]> } }>({
  clicked: async ({ visit, openPage, web }, use) => {
    const listener = await openPage('options.html');
    await listener.evaluate(listen);
    web.answer(address.replace('https://', ''), { body: hostilePage() });
    const page = await visit(address);
    await page.bringToFront();
    await use({ page, heard: () => listener.evaluate(() => (window as unknown as Heard).heard) });
  },
});

const reload = async (page: Page) => {
  await page.goto(address);
  await badgeReacts(page);
};

inEachBrowser('a click on a badge', () => {
  clicks.for([
    ['changed', changes],
    ['covered', covers],
  ] as const)('does not count where it is %s', async ([, tricks], { clicked: { page, heard } }) => {
    for (const [name, trick] of Object.entries(tricks)) {
      await reload(page);
      const host = await badgeHost(page);
      await host.evaluate(trick);
      await pressBadge(page, host);
      expect(await heard(), name).toEqual([]);
    }
  });

  clicks('does not count where the page moves it under a hand', async ({ clicked: { page, heard } }) => {
    // Made as wide as the page and transparent, it would take a click anywhere.
    await reload(page);
    await (
      await badgeHost(page)
    ).evaluate((host) => {
      host.style.cssText =
        'all:unset!important;position:fixed!important;inset:0!important;opacity:0!important';
    });
    await page.mouse.click(640, 500, { delay: pressMs });
    expect(await heard(), 'as wide as the page').toEqual([]);

    // The badge moves under a pointer that is about to click.
    await reload(page);
    const { x, y } = await badgeBox(page);
    await page.mouse.move(x + 100, y + 200);
    await page.evaluate(() => (document.body.style.translate = '80px 190px'));
    await page.mouse.click(x + 100, y + 200);
    expect(await heard(), 'moves under the pointer').toEqual([]);

    // The keyboard has reached the badge, which the page then hides or moves out of the window.
    for (const style of ['opacity: 0', 'translate: -3000px']) {
      await reload(page);
      await tabToBadge(page);
      await page.evaluate((css) => document.body.setAttribute('style', css), style);
      await page.keyboard.press('Enter', { delay: pressMs });
      expect(await heard(), style).toEqual([]);
    }
  });

  clicks('counts where a person sees it', async ({ clicked: { page, heard }, extension }) => {
    const popup = await extension.popupAfter(async () => {
      const before = (await heard()).length;
      await clickBadge(page);
      await until('the click that counts', async () => (await heard()).length === before + 1);
    });
    await popup.close();
  });
});

// Runs in a page of the extension, which hears the messages of content scripts as the background does.
function listen() {
  const { chrome, heard } = Object.assign(window, { heard: [] as string[] }) as unknown as Heard;
  chrome.runtime.onMessage.addListener(({ type }) => {
    if (type.startsWith('open-')) heard.push(type);
  });
}

type Heard = {
  heard: string[];
  chrome: { runtime: { onMessage: { addListener(listener: (message: { type: string }) => void): void } } };
};
