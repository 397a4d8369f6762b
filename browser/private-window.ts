import browser from 'webextension-polyfill';

/** Whether the tab that this page of ours is in belongs to a private window. */
export async function inPrivateWindow(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? browser.extension.inIncognitoContext;
}
