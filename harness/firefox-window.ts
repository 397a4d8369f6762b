// Runs functions in Firefox's own privileged window, where the toolbar, the popup and the event page can be reached.
import type { Browser } from 'puppeteer-core';
import { bidi, jsonFrom } from './bidi.ts';
import { runFromTab } from './firefox-privileged-tab.ts';

export type InWindow = <A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;

type Tree = { contexts: { context: string; url: string }[] };

/** The ids of Firefox's own windows, the first one first. */
export async function windowsOf(browser: Browser): Promise<string[]> {
  const { contexts } = await bidi<Tree>(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  return contexts.filter(({ url }) => url.endsWith('browser.xhtml')).map(({ context }) => context);
}

/** Gives a function that runs others in the browser's (first) window; they must stand on their own and hand back JSON. */
export async function firefoxWindow(browser: Browser, which?: string): Promise<InWindow> {
  const context = which ?? (await windowsOf(browser).catch(() => []))[0];
  return async (fn, ...args) => {
    const expression = `(async () => JSON.stringify(await (${fn.toString()})(...${JSON.stringify(args)})))()`;
    if (!context) return runFromTab(browser, expression);
    const script = { expression, target: { context }, awaitPromise: true };
    return jsonFrom(await bidi(browser, 'script.evaluate', script));
  };
}
