import browser from 'webextension-polyfill';
import { badgeFindings, type PageFinding } from '../../catalog/page-findings.ts';
import { findMatch, lookupKeys } from '../catalog-db/badge-lookup.ts';
import type { Messages } from '../messages.ts';
import { parsePageFacts } from './parse.ts';
import { storeTabFacts, type Tab } from './tab-facts.ts';

/**
 * The differences between what a page states and the tool's badge record, found in the background so that the page need not wait.
 * The facts are stored for the comparison as far as `storeTabFacts` allows.
 */
export async function findDifferences(
  tab: Tab | undefined,
  sent: Messages['page-facts'],
): Promise<PageFinding[]> {
  // Only the comparison needs them, so a failure to store them changes nothing here.
  const storing = storeTabFacts(tab, sent).catch(() => {});
  const [stored] = await Promise.all([browser.storage.local.get(lookupKeys([sent.page])), storing]);
  const match = findMatch(stored, [sent.page]);
  return match?.record.tool === sent.tool ? badgeFindings(match.record, parsePageFacts(sent.facts)) : [];
}
