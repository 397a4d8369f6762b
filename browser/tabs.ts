import browser from 'webextension-polyfill';
import { readAddress } from '../sites/address.ts';
import { pageIds } from '../sites/index.ts';
import { originOf } from './host-access/match-patterns.ts';

/** The page in the active tab and what it may be about. */
export type CurrentPage = {
  tabId?: number;
  /** The whole address, for what is read from it here; it is neither kept nor sent. */
  url?: string;
  host?: string;
  path?: string;
  pageIds: string[];
  isPrivate: boolean;
};

/** Reads the active tab of this window; a tab whose address the browser keeps back names no host. */
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

/** Whether marks may show on a host: rights can be missing or taken back at any time. */
export function hasAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(host)] });
}
