import browser from 'webextension-polyfill';
import type { CurrentPage } from '../tabs.ts';
import type { IsolatedWorld } from '../isolated-world.ts';
import { settings, readSetting, writeSetting } from './settings.ts';

/** Whether the mark of a page was put away as wrong. */
export async function isDismissed(page: CurrentPage): Promise<boolean> {
  const [own] = page.pageIds;
  if (own === undefined) return false;
  return (
    (await isListed(own)) || (page.isPrivate && (await inTab(page.tabId, readDismissedPage, [])) === own)
  );
}

/** Takes the mark from a page, here and at each visit; in a private window, where nothing is kept, until its next load. */
export async function dismiss({ pageIds: [own], tabId, isPrivate }: CurrentPage): Promise<void> {
  if (own === undefined) return;
  if (isPrivate) await inTab(tabId, setDismissedPage, [own]);
  else await writeSetting(settings.dismissedPages, [...(await allBut(own)), own]);
}

/** Gives a page its mark back. */
export async function restore(page: CurrentPage): Promise<void> {
  const [own] = page.pageIds;
  if (own === undefined) return;
  if (await isListed(own)) await writeSetting(settings.dismissedPages, await allBut(own));
  else if (page.isPrivate) await inTab(page.tabId, setDismissedPage, [null]);
}

async function isListed(page: string): Promise<boolean> {
  return (await readSetting(settings.dismissedPages)).includes(page);
}

async function allBut(own: string): Promise<string[]> {
  return (await readSetting(settings.dismissedPages)).filter((page) => page !== own);
}

// At once, since a page may load for long; a tab that has gone, or lets no script run, has no mark either.
async function inTab<A extends unknown[]>(
  tabId: number | undefined,
  func: (...args: A) => unknown,
  args: A,
): Promise<unknown> {
  if (tabId === undefined) return undefined;
  const run = browser.scripting.executeScript({ target: { tabId }, func, args, injectImmediately: true });
  return (await run.catch(() => []))[0]?.result;
}

// Runs inside the page, in the world that our scripts share there.
function readDismissedPage(): unknown {
  return (globalThis as IsolatedWorld).hullmark?.dismissedPage;
}

// Runs inside the page, in the world that our scripts share there: all of them know, also one that comes later.
function setDismissedPage(page: string | null): void {
  const { hullmark } = globalThis as IsolatedWorld;
  if (!hullmark) return;
  hullmark.dismissedPage = page;
  hullmark.refresh?.();
}
