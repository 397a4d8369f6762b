import type { Tool } from '../../catalog/tool-schema.ts';
import { question, shown } from './question.ts';
import type { Proposal } from './source.ts';
import { isVersionOf } from './version-package.ts';

// What the entry may say already where a page of it was given up.
const ended: readonly string[] = ['archived', 'superseded', 'closed'];

/** A status as an index or a marketplace gives it to one page, with the reason that its maker wrote. */
export type MarkedStatus = { status: string; reason?: string | null | undefined };

/** The question what the status of a page means for its tool; nothing where it is active, or the entry has ended already. */
export function statusProposal(tool: Tool, page: string, marked: MarkedStatus | undefined): Proposal[] {
  const { status = 'active', reason } = marked ?? {};
  const isQuarantined = status === 'quarantined';
  if (status === 'active' || (!isQuarantined && ended.includes(tool.facts.status.value))) return [];
  const says = `${page} is ${shown(status)}${reason ? `: ${shown(reason)}` : ''}`;
  const proposal = question(
    tool,
    ['facts', 'status'],
    isQuarantined ? 'Quarantined projects' : 'Archived and deprecated packages',
    says,
  );
  // Only the end of the package that numbers the tool can be the tool's own.
  const isArchived = status === 'archived' && isVersionOf(tool, page) === 'yes';
  return [isArchived ? { ...proposal, is: { value: 'archived' } } : proposal];
}
