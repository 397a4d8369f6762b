import browser from 'webextension-polyfill';
import { readAddress } from '../sites/address.ts';
import { pageIds } from '../sites/index.ts';

/** The page in the active tab: what it may be about, and whether marks may show there. */
export type CurrentPage = {
  tabId?: number;
  host?: string;
  path?: string;
  pageIds: string[];
  isPrivate: boolean;
  hasAccess: boolean;
};

/** Reads the active tab of this window; a tab whose address the browser keeps back names no host. */
export async function currentPage(): Promise<CurrentPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const address = tab?.url ? readAddress(tab.url) : undefined;
  const host = tab?.url && address ? new URL(tab.url).hostname : '';
  return {
    ...(tab?.id !== undefined && { tabId: tab.id }),
    ...(address && { host, path: [address.host, ...address.segments].join('/') }),
    pageIds: tab?.url ? pageIds(tab.url) : [],
    isPrivate: tab?.incognito ?? false,
    hasAccess: address ? await browser.permissions.contains({ origins: [originOf(host)] }) : false,
  };
}

/** The match pattern that names exactly this host. */
export function originOf(host: string): string {
  return `https://${host}/*`;
}
