import browser from 'webextension-polyfill';

/** Gives a tab with a mark the script that reads what its page states; a tab that has gone meanwhile gets nothing. */
export async function injectPageObserver(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['page-observer.js'] }).catch(() => {});
}
