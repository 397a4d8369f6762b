import { capital } from './capital.ts';
import type { Tool } from './tool-schema.ts';

type Vote = NonNullable<Tool['review']>['votes'][number];
type Reviewed = Pick<Tool, 'review'>;

/** A panel's or a community's count: `ship` of `of`. */
export type Count = { ship: number; of: number };
export type VerdictWord = 'Ship' | 'Split' | 'Skip';

const seatsForAVerdict = 3;
const votesForACommunity = 5;

/** The panel's count; nothing with fewer than three votes, since there is no verdict then. */
export function panelCount(votes: readonly Pick<Vote, 'vote'>[] = []): Count | undefined {
  if (votes.length < seatsForAVerdict) return undefined;
  return { ship: votes.filter(({ vote }) => vote === 'ship').length, of: votes.length };
}

/** The same from a badge record's letters (`s` ship, `k` skip). */
export function countFromLetters(votes: string): Count | undefined {
  return panelCount([...votes].map((letter) => ({ vote: letter === 's' ? 'ship' : 'skip' })));
}

/** Ship above one half, Split at one half, Skip below. */
export function verdictWord({ ship, of }: Count): VerdictWord {
  if (ship * 2 === of) return 'Split';
  return ship * 2 > of ? 'Ship' : 'Skip';
}

/** The share of ship votes, from 0 to 1. */
export function shareOf({ ship, of }: Count): number {
  return ship / of;
}

/** "4 of 5", how many voted as the verdict says: of a Skip those to skip. */
export function votesForVerdict({ ship, of }: Count): string {
  return `${ship * 2 < of ? of - ship : ship} of ${of}`;
}

/** The share in whole per cent, half up: 2 of 3 is 67. */
export function percent(count: Count): number {
  return Math.round(shareOf(count) * 100);
}

/** "3 of 4". */
export function outOf({ ship, of }: Count): string {
  return `${ship} of ${of}`;
}

/** "3 of 4 reviewers", the count that is always shown beside the share. */
export function countInWords(count: Count): string {
  return `${outOf(count)} reviewers`;
}

/** "Ship · 75%", or "Not reviewed yet" without a count. */
export function verdictInWords(count: Count | undefined): string {
  return count ? `${verdictWord(count)} · ${percent(count)}%` : 'Not reviewed yet';
}

/** The users' share in words; it takes five votes. */
export function communityInWords(count: Count | undefined): string {
  if (!count || count.of < votesForACommunity) return 'no votes yet';
  return `${percent(count)}% of ${count.of} would ship`;
}

/**
 * How a tool's verdict changed between two versions of its file, `Ship → Skip (Skeptic changed)`; nothing if all votes are the
 * same, since new words for a vote do not change the verdict.
 */
export function verdictChange(before: Reviewed | undefined, after: Reviewed | undefined): string | undefined {
  const [old, now] = [seatsOf(before), seatsOf(after)];
  const seats = [...new Map([...old, ...now]).keys()].filter((seat) => old.get(seat) !== now.get(seat));
  if (seats.length === 0) return undefined;
  const [was, is] = [panelCount(before?.review?.votes), panelCount(after?.review?.votes)];
  if (!is) return was && `no verdict any more (was ${verdictWord(was)}, ${countInWords(was)})`;
  if (!was) return `${verdictWord(is)}, ${countInWords(is)}`;
  const [from, to] = [verdictWord(was), verdictWord(is)];
  const counts = from === to ? `${from}, ${outOf(was)} → ${outOf(is)}` : `${from} → ${to}`;
  return `${counts} (${new Intl.ListFormat('en-GB').format(seats.map(capital))} changed)`;
}

function seatsOf(tool: Reviewed | undefined): Map<string, string> {
  return new Map(tool?.review?.votes.map(({ reviewer, vote }) => [reviewer, vote]));
}
