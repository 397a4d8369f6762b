import browser from 'webextension-polyfill';
import { isRead } from '../../sites/page-facts.ts';
import type { PageFacts } from '../../sites/site.ts';
import type { CurrentPage } from '../tabs.ts';
import { parsePageFacts } from './parse.ts';

/** What the page in a tab states, read there and then without keeping it; nothing where no script may run. */
export async function readActiveTab({ tabId, url = '' }: CurrentPage): Promise<PageFacts> {
  if (tabId === undefined || !isRead(url)) return {};
  try {
    const target = { tabId };
    const [read] = await browser.scripting.executeScript({ target, files: ['page-facts.js'] });
    return parsePageFacts(read?.result);
  } catch {
    return {};
  }
}
