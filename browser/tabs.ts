import browser from 'webextension-polyfill';
import { readAddress } from '../sites/address.ts';
import { pageIds } from '../sites/index.ts';
import { originOf } from './host-access/match-patterns.ts';

/** The page in the active tab and the page ids it may stand for, longest first. */
export type CurrentPage = {
  tabId?: number;
  /** The whole address; it is neither stored nor sent. */
  url?: string;
  host?: string;
  path?: string;
  pageIds: string[];
  isPrivate: boolean;
};

/** Reads the active tab of this window; without `host` where the browser hides its address. */
export async function currentPage(): Promise<CurrentPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const address = tab?.url ? readAddress(tab.url) : undefined;
  return {
    ...(tab?.id !== undefined && { tabId: tab.id }),
    ...(tab?.url && { url: tab.url }),
    ...(address && {
      host: new URL(tab!.url!).hostname,
      path: [address.host, ...address.segments].join('/'),
    }),
    pageIds: tab?.url ? pageIds(tab.url) : [],
    isPrivate: tab?.incognito ?? false,
  };
}

/** Whether badges can show on a host now; people can revoke access at any time. */
export function hasAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(host)] });
}
