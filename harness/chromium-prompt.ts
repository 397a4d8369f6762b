import type { Page } from 'puppeteer-core';
import { rest } from './until.ts';

/**
 * Denies Chromium's permission prompt, whose buttons automation cannot reach: the page that requested moves to a
 * window of its own, and the one with the prompt is closed.
 */
export async function closePrompt(page: Page): Promise<void> {
  // Nothing tells when the prompt is there, and only what is there goes with its window.
  await rest(1_000);
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Windows };
    const { id, windowId } = await chrome.tabs.getCurrent();
    await chrome.windows.create({ tabId: id });
    await chrome.windows.remove(windowId);
  });
}

type Windows = {
  tabs: { getCurrent(): Promise<{ id: number; windowId: number }> };
  windows: { create(of: { tabId: number }): Promise<unknown>; remove(id: number): Promise<void> };
};
