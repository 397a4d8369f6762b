import browser from 'webextension-polyfill';
import type { CurrentPage } from './current-page.ts';
import type { OwnWorld } from './own-world.ts';
import { settings } from './settings.ts';
import { readSetting, writeSetting } from './stored-settings.ts';

/** Whether the mark of a page was put away as wrong. */
export async function isPutAway({ pageIds: [own] }: CurrentPage): Promise<boolean> {
  return own !== undefined && (await readSetting(settings.wrongPages)).includes(own);
}

/** Takes the mark from a page, here and at each visit; in a private window, where nothing is kept, until its next load. */
export async function putAway({ pageIds: [own], tabId, isPrivate }: CurrentPage): Promise<void> {
  if (own === undefined) return;
  if (isPrivate) return keepAway(tabId, own);
  await writeSetting(settings.wrongPages, [...(await allBut(own)), own]);
}

/** Gives a page its mark back. */
export async function bringBack(page: CurrentPage): Promise<void> {
  const [own] = page.pageIds;
  if (own === undefined) return;
  if (await isPutAway(page)) await writeSetting(settings.wrongPages, await allBut(own));
  else if (page.isPrivate) await keepAway(page.tabId, null);
}

async function allBut(own: string): Promise<string[]> {
  return (await readSetting(settings.wrongPages)).filter((page) => page !== own);
}

// A tab that has gone, or lets no script run, has no mark either.
async function keepAway(tabId: number | undefined, page: string | null): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId }, func: setAway, args: [page] }).catch(() => {});
}

// Runs inside the page, in the world that our scripts share there: all of them know, also one that comes later.
function setAway(page: string | null): void {
  const { hullmark } = globalThis as OwnWorld;
  if (!hullmark) return;
  hullmark.away = page;
  hullmark.lookAgain?.();
}
