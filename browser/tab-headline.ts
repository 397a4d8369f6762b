import type { Headline } from '../catalog/headline.ts';
import { hashOf } from '../catalog/buckets.ts';
import type { PageFacts } from '../sites/site.ts';

/**
 * What the popup may say at once about the page in a tab, since that page has shown a badge and stated its facts. It lies in
 * `storage.session`, which no content script can reach.
 */
export type TabHeadline = {
  /** A number made of the page's address, since a page may change its address without a load. */
  address: number;
  headline: Headline;
  facts: PageFacts;
  /** When the data of its feed expires (ISO 8601); missing where it does not. */
  expires?: string;
};

/** The key of a tab's headline; all keys of headlines begin alike. */
export const headlinePrefix = 'headline:';
export const headlineKey = (tabId: number): string => `${headlinePrefix}${tabId}`;

/** The page of the popup, and with a tab's number, the same for a tab whose page has a headline. */
export const popupPage = (tabId?: number): string => `popup.html${tabId === undefined ? '' : `#${tabId}`}`;

/** A number made of an address, from which nobody can tell the address; where on the page it leads does not matter. */
export function addressNumber(url: string): number {
  return hashOf(url.replace(/#.*/, ''));
}

/** The headline in what is stored, if it is one and about a tab at this address; its fields were checked when it was stored. */
export function usableHeadline(
  stored: unknown,
  url: string | undefined,
  now: number,
): TabHeadline | undefined {
  const { address, headline, facts, expires } = Object(stored) as Partial<TabHeadline>;
  const { heading, verdict, bands } = Object(headline) as Partial<Headline>;
  if (!heading || !verdict || !Array.isArray(bands) || !facts || !url) return undefined;
  if (address !== addressNumber(url) || (expires !== undefined && !(Date.parse(expires) > now)))
    return undefined;
  return stored as TabHeadline;
}
