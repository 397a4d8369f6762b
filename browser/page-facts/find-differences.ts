import browser from 'webextension-polyfill';
import { badgeFindings, type PageFinding } from '../../catalog/page-findings.ts';
import { findMatch, lookupKeys } from '../catalog-db/badge-lookup.ts';
import type { Messages } from '../messages.ts';
import { storeTabFacts, type Tab } from './tab-facts.ts';
import { parsePageFacts } from './parse.ts';

/**
 * How what a page of a tool states differs from the verdict, for its mark to say; found here, since the page would wait for it.
 * What it states is kept for comparisons, where that may be.
 */
export async function findDifferences(
  tab: Tab | undefined,
  said: Messages['page-facts'],
): Promise<PageFinding[]> {
  const { tool, page, facts } = said;
  // What is not kept is missed by nobody but the comparison.
  const kept = storeTabFacts(tab, said).catch(() => {});
  const [stored] = await Promise.all([browser.storage.local.get(lookupKeys([page])), kept]);
  const match = findMatch(stored, [page]);
  return match?.record.tool === tool ? badgeFindings(match.record, parsePageFacts(facts)) : [];
}
