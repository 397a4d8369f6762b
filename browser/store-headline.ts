import browser from 'webextension-polyfill';
import { headlineOf } from '../catalog/headline.ts';
import { looksPrivate } from '../sites/address.ts';
import type { PageFacts } from '../sites/site.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';
import { openCatalog } from './catalog-db/open-catalog.ts';
import { withHeadlineLock } from './forget-headlines.ts';
import type { PageScript } from './senders.ts';
import { addressNumber, headlineKey, popupPage, type TabHeadline } from './tab-headline.ts';

/**
 * Stores what the popup may say at once about the page of a content script, and has the tab's popup opened with its number, so
 * that it need not ask for that first. Nothing from private windows or about private pages.
 */
export async function storeHeadline(
  { tab, url }: PageScript,
  { page, record }: PageMatch,
  facts: PageFacts,
): Promise<void> {
  if (tab.incognito) return;
  await withHeadlineLock(async () => {
    const found = looksPrivate(url) || facts.isPrivate ? undefined : await makeHeadline();
    if (!found) return browser.storage.session.remove(headlineKey(tab.id));
    await browser.storage.session.set({ [headlineKey(tab.id)]: found });
    await browser.action.setPopup({ tabId: tab.id, popup: popupPage(tab.id) });
  });

  async function makeHeadline(): Promise<TabHeadline | undefined> {
    const catalog = await openCatalog();
    const entry = await catalog.entry(record.tool);
    if (!entry) return undefined;
    const { expires } = entry.layer;
    const headline = headlineOf(entry.tool, catalog.reference, page, facts);
    return { address: addressNumber(url), headline, facts, ...(expires && { expires }) };
  }
}
