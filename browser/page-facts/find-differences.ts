import type { BadgeRecord } from '../../catalog/badge-record.ts';
import {
  badgeFindings,
  troubleFindings,
  withTrouble,
  type PageFinding,
} from '../../catalog/page-findings.ts';
import type { PageFacts } from '../../sites/site.ts';
import { openCatalog } from '../catalog-db/open-catalog.ts';
import { toolOf } from '../page-tool.ts';
import type { PageScript } from '../senders.ts';
import { storeHeadline } from '../store-headline.ts';
import { showToolbarBadge } from '../toolbar-badge.ts';
import { parsePageFacts } from './parse.ts';
import { storeTabFacts } from './tab-facts.ts';

/**
 * The differences between what a page states and the tool's badge record, found in the background so that the page need not wait.
 * The facts are stored for the comparison as far as `storeTabFacts` allows, and a warning goes to the toolbar too.
 */
export async function findDifferences(sender: PageScript, sent: unknown): Promise<PageFinding[]> {
  const match = await toolOf(sender);
  if (!match) return [];
  const { page, record } = match;
  const facts = parsePageFacts(sent);
  // Only the comparison needs them, so a failure to store them changes nothing here.
  await storeTabFacts(sender.tab, { tool: record.tool, page, facts }).catch(() => {});
  void storeHeadline(sender, match, facts).catch((error) =>
    console.warn('The popup will have to look this page up.', error),
  );
  const findings = withTrouble(badgeFindings(record, facts), await troubleHere(record, facts, page));
  const warning = findings.find(({ kind }) => kind === 'warning' || kind === 'compromised');
  if (warning)
    await showToolbarBadge({ ...record, from: record.from }, sender.tab.id, warning.text).catch(() => {});
  return findings;
}

/** What the advisories say of the version on the page; their ranges are in the whole entry only. */
async function troubleHere(record: BadgeRecord, facts: PageFacts, page: string): Promise<PageFinding[]> {
  if (!record.hasAdvisories) return [];
  const entry = await (await openCatalog()).entry(record.tool);
  return entry ? troubleFindings(entry.tool, facts, page) : [];
}
