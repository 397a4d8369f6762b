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

/** The same from a badge record's letters (`votesInLetters`). */
export function countFromLetters(votes: string): Count | undefined {
  const letters = [...votes].filter((letter) => letter !== '-');
  return panelCount(letters.map((letter) => ({ vote: letter === 's' ? 'ship' : 'skip' })));
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

/** The count as a badge has room for it: “3 of 4”, and of a Split both sides, “2-2”. */
export function shortCount(count: Count): string {
  const { ship, of } = count;
  return ship * 2 === of ? `${ship}-${ship}` : votesForVerdict(count);
}

/** The share in whole per cent, half up: 2 of 3 is 67. */
export function percent(count: Count): number {
  return Math.round(shareOf(count) * 100);
}

/** "3 of 4". */
export function outOf({ ship, of }: Count): string {
  return `${ship} of ${of}`;
}

/** What stands where these letters make no verdict: one or two votes are reviews too. */
export function noVerdict(votes: string): string {
  return /[sk]/.test(votes) ? 'No verdict' : 'Not reviewed';
}

/** "Ship · 3 of 4", "Skip · 4 of 4", "Split · 2-2", or "Not reviewed yet" without a count. */
export function verdictInWords(count: Count | undefined): string {
  return count ? `${verdictWord(count)} · ${shortCount(count)}` : 'Not reviewed yet';
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
  if (!is) return was && `no verdict any more (was ${verdictWord(was)}, ${votesForVerdict(was)} reviewers)`;
  if (!was) return `${verdictWord(is)}, ${votesForVerdict(is)} reviewers`;
  const [from, to] = [verdictWord(was), verdictWord(is)];
  const counts =
    from === to ? `${from}, ${votesForVerdict(was)} → ${votesForVerdict(is)}` : `${from} → ${to}`;
  return `${counts} (${new Intl.ListFormat('en-GB').format(seats.map(capital))} changed)`;
}

function seatsOf(tool: Reviewed | undefined): Map<string, string> {
  return new Map(tool?.review?.votes.map(({ reviewer, vote }) => [reviewer, vote]));
}
