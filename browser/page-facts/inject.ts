import browser from 'webextension-polyfill';
import type { NoPage } from '../../sites/no-page.ts';
import type { PageFacts } from '../../sites/site.ts';
import type { CurrentPage } from '../tabs.ts';
import { parseNoPage, parsePageFacts } from './parse.ts';

/** What the page in a tab states; `noPage` says what it is instead of a tool's page, `isUnread` that no script may run there. */
export type ReadPage = { facts: PageFacts; noPage?: NoPage; isUnread?: true };

/** Injects the page observer into a tab with a badge; a tab that has closed meanwhile is ignored. */
export async function injectPageObserver(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['page-observer.js'] }).catch(() => {});
}

/** Reads what the page in a tab states, once and without storing it; not where its address is not a tool's. */
export async function readActiveTab({ tabId, pageIds }: CurrentPage): Promise<ReadPage> {
  if (tabId === undefined || pageIds.length === 0) return { facts: {} };
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, files: ['page-facts.js'] });
    const { facts, noPage } = Object(answer?.result) as { facts?: unknown; noPage?: unknown };
    const isNone = parseNoPage(noPage);
    return { facts: parsePageFacts(facts), ...(isNone && { noPage: isNone }) };
  } catch {
    // As on the browser's own error page, and on a PDF in Firefox (seen 2026-11).
    return { facts: {}, isUnread: true };
  }
}
