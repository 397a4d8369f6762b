import type { browser } from 'wxt/browser';

/**
 * The browser's own API, for content scripts: all browsers we support return promises from it, so no page has to load the
 * polyfill.
 */
export const chromeApi = (globalThis as unknown as { chrome: typeof browser }).chrome;
