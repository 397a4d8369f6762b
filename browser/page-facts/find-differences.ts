import { badgeFindings, type PageFinding } from '../../catalog/page-findings.ts';
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
  const findings = badgeFindings(record, facts);
  const warning = findings.find(({ kind }) => kind === 'warning');
  if (warning)
    await showToolbarBadge({ ...record, from: record.from }, sender.tab.id, warning.text).catch(() => {});
  return findings;
}
