import browser from 'webextension-polyfill';
import type { CurrentPage } from '../tabs.ts';
import type { IsolatedWorld } from '../isolated-world.ts';
import { changeSetting, including, readSetting, settings, without } from './settings.ts';

/** Whether the badge was dismissed on a page. */
export async function isDismissed(page: CurrentPage): Promise<boolean> {
  const [pageId] = page.pageIds;
  if (pageId === undefined) return false;
  return (
    (await isListed(pageId)) ||
    (page.isPrivate && (await inTab(page.tabId, readDismissedPage, [])) === pageId)
  );
}

/** Hides the badge on a page for good; in a private window, where nothing is stored, until the next load. */
export async function dismiss({
  pageIds: [pageId],
  tabId,
  isPrivate,
}: Pick<CurrentPage, 'pageIds' | 'tabId' | 'isPrivate'>): Promise<void> {
  if (pageId === undefined) return;
  if (isPrivate) await inTab(tabId, setDismissedPage, [pageId]);
  else await changeSetting(settings.dismissedPages, including(pageId));
}

/** Shows the badge on a page again. */
export async function restore(page: CurrentPage): Promise<void> {
  const [pageId] = page.pageIds;
  if (pageId === undefined) return;
  if (await isListed(pageId)) await changeSetting(settings.dismissedPages, without(pageId));
  else if (page.isPrivate) await inTab(page.tabId, setDismissedPage, [null]);
}

async function isListed(page: string): Promise<boolean> {
  return (await readSetting(settings.dismissedPages)).includes(page);
}

// Injected at once, since a page may load for long. A tab that is closed or allows no script has no badge either.
async function inTab<A extends unknown[]>(
  tabId: number | undefined,
  func: (...args: A) => unknown,
  args: A,
): Promise<unknown> {
  if (tabId === undefined) return undefined;
  const run = browser.scripting.executeScript({ target: { tabId }, func, args, injectImmediately: true });
  return (await run.catch(() => []))[0]?.result;
}

// Runs in the page's isolated world, so it can use nothing from outside.
function readDismissedPage(): unknown {
  return (globalThis as IsolatedWorld).hullmark?.dismissedPage;
}

// Runs in the page's isolated world, where scripts that are injected later find the value too.
function setDismissedPage(page: string | null): void {
  const { hullmark } = globalThis as IsolatedWorld;
  if (!hullmark) return;
  hullmark.dismissedPage = page;
  hullmark.refresh?.();
}
