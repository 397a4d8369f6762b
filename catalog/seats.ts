import type { Tool } from './tool-schema.ts';

type Votes = NonNullable<Tool['review']>['votes'];
export type Seat = Votes[number]['reviewer'];

/** The panel's five seats, in the order in which they are always shown. */
export const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const satisfies Seat[];

/** A letter for each seat in the panel's order, `s` ship, `k` skip, `-` not asked: `sssk-`; empty without a vote. */
export function votesInLetters(votes: Votes = []): string {
  if (votes.length === 0) return '';
  const bySeat = new Map(votes.map(({ reviewer, vote }) => [reviewer, vote === 'ship' ? 's' : 'k']));
  return seats.map((seat) => bySeat.get(seat) ?? '-').join('');
}

/** Whether stored letters are those of a panel. */
export function areVotes(letters: unknown): letters is string {
  return typeof letters === 'string' && /^[sk-]{0,5}$/.test(letters);
}

/** The seats in words: “Builder ship, Skeptic ship, Creator skip, Product not asked”; for what is drawn as bars. */
export function seatsInWords(letters: string): string {
  const words: Record<string, string> = { s: 'ship', k: 'skip' };
  return [...letters]
    .map((letter, at) => `${seatName(seats[at]!)} ${words[letter] ?? 'not asked'}`)
    .join(', ');
}

/** The name of a seat: “Builder”. */
export function seatName(seat: Seat): string {
  return seat.charAt(0).toUpperCase() + seat.slice(1);
}
