import browser from 'webextension-polyfill';
import { badgeFindings, type PageFinding } from '../catalog/page-findings.ts';
import { findMatch, lookupKeys } from './badge-lookup.ts';
import type { Messages } from './messages.ts';
import { keepSaid, type Tab } from './page-says.ts';
import { readFacts } from './read-facts.ts';

/**
 * How what a page of a tool states differs from the verdict, for its mark to say; found here, since the page would wait for it.
 * What it states is kept for comparisons, where that may be.
 */
export async function answerPage(tab: Tab | undefined, said: Messages['page-says']): Promise<PageFinding[]> {
  const { tool, page, facts } = said;
  // What is not kept is missed by nobody but the comparison.
  const kept = keepSaid(tab, said).catch(() => {});
  const [stored] = await Promise.all([browser.storage.local.get(lookupKeys([page])), kept]);
  const match = findMatch(stored, [page]);
  return match?.record.tool === tool ? badgeFindings(match.record, readFacts(facts)) : [];
}
