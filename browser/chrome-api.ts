import type { browser } from 'wxt/browser';

/**
 * The browser's own namespace, for scripts in other people's pages: it needs no polyfill since every browser we
 * support answers its calls with promises, and Chromium builds no second namespace for it as `browser` would have it do.
 */
export const chromeApi = (globalThis as unknown as { chrome: typeof browser }).chrome;
