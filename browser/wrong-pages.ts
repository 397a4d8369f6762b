import browser from 'webextension-polyfill';
import type { CurrentPage } from './current-page.ts';
import { hideMark } from './messages.ts';
import { settings } from './settings.ts';
import { readSetting, writeSetting } from './stored-settings.ts';

/** Whether the mark of a page was put away as wrong. */
export async function isPutAway({ pageIds: [own] }: CurrentPage): Promise<boolean> {
  return own !== undefined && (await readSetting(settings.wrongPages)).includes(own);
}

/** Takes the mark from a page, here and at each visit; in a private window, where nothing is kept, until its next load. */
export async function putAway({ pageIds: [own], tabId, isPrivate }: CurrentPage): Promise<void> {
  if (own === undefined) return;
  if (isPrivate) return inTab(tabId, { func: tell, args: [hideMark] });
  await writeSetting(settings.wrongPages, [...(await allBut(own)), own]);
}

/** Gives a page its mark back; `mayMark` says whether marks may show on its site. */
export async function bringBack(page: CurrentPage, mayMark: boolean): Promise<void> {
  const [own] = page.pageIds;
  if (own === undefined) return;
  if (await isPutAway(page)) await writeSetting(settings.wrongPages, await allBut(own));
  else if (mayMark) await inTab(page.tabId, { files: ['badge.js'] });
}

async function allBut(own: string): Promise<string[]> {
  return (await readSetting(settings.wrongPages)).filter((page) => page !== own);
}

// A tab that has gone, or lets no script run, has no mark either.
async function inTab(
  tabId: number | undefined,
  what: { func: (type: string) => void; args: [string] } | { files: string[] },
): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId }, ...what }).catch(() => {});
}

// Runs inside the page.
function tell(type: string): void {
  document.dispatchEvent(new Event(type));
}
