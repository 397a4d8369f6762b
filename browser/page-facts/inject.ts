import browser from 'webextension-polyfill';
import { isRead } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';
import type { CurrentPage } from '../tabs.ts';
import { parsePageFacts } from './parse.ts';

/** Injects the page observer into a tab with a badge; a tab that has closed meanwhile is ignored. */
export async function injectPageObserver(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['page-observer.js'] }).catch(() => {});
}

/** Reads what the page in a tab states, once and without storing it; `{}` where no script may run. */
export async function readActiveTab({ tabId, url = '' }: CurrentPage): Promise<PageFacts> {
  if (tabId === undefined || !isRead(url)) return {};
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId }, files: ['page-facts.js'] });
    return parsePageFacts(result?.result);
  } catch {
    return {};
  }
}
