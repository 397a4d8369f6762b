// What the extension's scripts on a page have done so far, asked through the extension itself in their isolated world.
import type { Page } from 'puppeteer-core';
import { badgeCount } from './badge.ts';
import type { Extension } from './extension.ts';
import { until } from './until.ts';

/** Makes sure that the page has no badge and that none is on its way. */
export async function noBadge(extension: Extension, page: Page): Promise<void> {
  await scriptsSettled(extension, page);
  if (await badgeCount(page)) throw new Error(`A badge came on ${page.url()}.`);
}

/**
 * Waits until the scripts have been answered whatever they asked so far. A page that the extension has no access to has no
 * such script, and nothing to wait for.
 */
export async function scriptsSettled(extension: Extension, page: Page): Promise<void> {
  await extension.run(settle, await addressOf(page));
}

/** Waits until the page observer has read the page and watches it. */
export async function pageObserved(extension: Extension, page: Page): Promise<void> {
  const url = await addressOf(page);
  await until('the page observer', () => extension.run(isObserved, url));
}

/** Runs a function in the isolated world of the extension's scripts on a page, or in that of a frame in it. */
export async function inContentScript<A extends unknown[], T>(
  extension: Extension,
  page: Page,
  func: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  return runInTab<T>(extension, await addressOf(page), func, args, 0);
}

/** The same in the first frame that the page has. */
export async function inFrameScript<A extends unknown[], T>(
  extension: Extension,
  page: Page,
  func: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  return runInTab<T>(extension, await addressOf(page), func, args, 1);
}

// As text, since a function cannot be handed on to a page, and a page of the extension may make none of a text.
function runInTab<T>(
  extension: Extension,
  url: string,
  func: { toString(): string },
  args: unknown[],
  frame: 0 | 1,
): Promise<T> {
  return extension.run<[], T>(`(async () => {
    const { tabs, scripting } = globalThis.browser ?? globalThis.chrome;
    const tab = (await tabs.query({})).find((each) => each.url === ${JSON.stringify(url)});
    const target = { tabId: tab.id, allFrames: true };
    const answers = await scripting.executeScript({ target, func: ${func.toString()}, args: ${JSON.stringify(args)} });
    return answers.sort((one, other) => one.frameId - other.frameId)[${frame}].result;
  })()`);
}

const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href);

type Script<T> = { target: { tabId: number }; func: () => T | Promise<T> };
type Api = {
  tabs: { query(all: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript<T>(what: Script<T>): Promise<{ result: T }[]> };
  storage: { local: { get(key: string): Promise<unknown> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
};
type Global = Record<string, Api | undefined>;
type World = { hullmark?: { activeBadge?: { stopObserving?: unknown } } };

// These run inside a page of the extension, which sees the address of a tab only where it has access; what they run on the page
// has to stand inside them.
async function settle(url: string): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { tabs, scripting } = (browser ?? chrome)!;
  for (const { id } of (await tabs.query({})).filter((tab) => tab.url === url))
    await scripting.executeScript({ target: { tabId: id }, func: settled });

  async function settled() {
    const { browser, chrome } = globalThis as unknown as Global;
    const { runtime, storage } = (browser ?? chrome)!;
    const { local } = storage;
    if (document.readyState === 'loading')
      await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
    // Storage answers in the order in which it was asked, and a fork's upstream is asked for after the first answer.
    await local.get('settled');
    await local.get('settled');
    // Where some badges are hidden, the background is asked whether this one is.
    await runtime.sendMessage({ type: 'is-hidden', data: null });
    await local.get('settled');
  }
}

async function isObserved(url: string): Promise<boolean> {
  const { browser, chrome } = globalThis as unknown as Global;
  const { tabs, scripting } = (browser ?? chrome)!;
  const tab = (await tabs.query({})).find((tab) => tab.url === url);
  if (!tab) return false;
  const func = () => Boolean((globalThis as World).hullmark?.activeBadge?.stopObserving);
  const [answer] = await scripting.executeScript({ target: { tabId: tab.id }, func });
  return answer?.result ?? false;
}
