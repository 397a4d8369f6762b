import browser from 'webextension-polyfill';
import type { CurrentPage } from './current-page.ts';
import type { OwnWorld } from './own-world.ts';
import { settings } from './settings.ts';
import { readSetting, writeSetting } from './stored-settings.ts';

/** Whether the mark of a page was put away as wrong. */
export async function isPutAway(page: CurrentPage): Promise<boolean> {
  const [own] = page.pageIds;
  if (own === undefined) return false;
  return (await isListed(own)) || (page.isPrivate && (await inTab(page.tabId, readAway, [])) === own);
}

/** Takes the mark from a page, here and at each visit; in a private window, where nothing is kept, until its next load. */
export async function putAway({ pageIds: [own], tabId, isPrivate }: CurrentPage): Promise<void> {
  if (own === undefined) return;
  if (isPrivate) await inTab(tabId, setAway, [own]);
  else await writeSetting(settings.wrongPages, [...(await allBut(own)), own]);
}

/** Gives a page its mark back. */
export async function bringBack(page: CurrentPage): Promise<void> {
  const [own] = page.pageIds;
  if (own === undefined) return;
  if (await isListed(own)) await writeSetting(settings.wrongPages, await allBut(own));
  else if (page.isPrivate) await inTab(page.tabId, setAway, [null]);
}

async function isListed(page: string): Promise<boolean> {
  return (await readSetting(settings.wrongPages)).includes(page);
}

async function allBut(own: string): Promise<string[]> {
  return (await readSetting(settings.wrongPages)).filter((page) => page !== own);
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
function readAway(): unknown {
  return (globalThis as OwnWorld).hullmark?.away;
}

// Runs inside the page, in the world that our scripts share there: all of them know, also one that comes later.
function setAway(page: string | null): void {
  const { hullmark } = globalThis as OwnWorld;
  if (!hullmark) return;
  hullmark.away = page;
  hullmark.lookAgain?.();
}
