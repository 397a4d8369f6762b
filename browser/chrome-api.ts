import type { browser } from 'wxt/browser';

/**
 * The browser's own API, for content scripts and what they share with our pages: all browsers we support return promises
 * from it, so no page of others has to load the polyfill.
 */
export const chromeApi = (globalThis as unknown as { chrome: typeof browser }).chrome;
