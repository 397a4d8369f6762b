import type { BadgeRecord } from '../catalog/badge-record.ts';
import {
  countFromLetters,
  noVerdict,
  shortCount,
  verdictWord,
  votesForVerdict,
  type Count,
} from '../catalog/verdict.ts';
import { nameWithSource } from '../catalog/whose.ts';

/** What the toolbar shows of a tool; on a fork the verdict is for the `original`, “owner/name”. */
export type OnToolbar = Pick<BadgeRecord, 'name' | 'votes'> &
  Partial<Pick<BadgeRecord, 'whose' | 'commercialUse' | 'status'>> & {
    from?: string | undefined;
    original?: string | undefined;
  };

/** The count that the icon has room for, “3/4” or “2-2”; none where the verdict is another model's and this page's license forbids commercial use. */
export function toolbarCount(tool: OnToolbar): Count | undefined {
  return tool.whose && tool.commercialUse === 'no' ? undefined : countFromLetters(tool.votes);
}

/** A count in the four letters that a toolbar badge has. */
export function toolbarText(count: Count): string {
  return shortCount(count).replace(' of ', '/');
}

/** The title of the icon: “Axolotl: Ship, 3 of 4 reviewers”, whose verdict that is, and what is to be known first. */
export function toolbarTitle(tool: OnToolbar, warning?: string): string {
  const { name, from, votes, whose, original, status, commercialUse } = tool;
  const count = countFromLetters(votes);
  const verdict = count
    ? `${verdictWord(count)}, ${votesForVerdict(count)} reviewers`
    : `${noVerdict(votes).toLowerCase()} yet`;
  const about = count && (original ? `for the original, ${original}` : whose);
  const facts = [
    commercialUse === 'no' && 'no commercial use',
    !original && status?.value !== 'maintenance' && status?.text,
  ];
  const parts = [`${verdict}${about ? ` (${about})` : ''}`, ...facts.filter(Boolean)];
  return `${warning ? `${warning}. ` : ''}${nameWithSource({ name, from })}: ${parts.join('; ')}`;
}
