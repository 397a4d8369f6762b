import type { OnPage } from './on-page.ts';
import { shareJob } from './tool-summary.ts';
import type { Count } from './verdict.ts';
import { ownCount } from './verdict-of.ts';

const seatsToCompare = 3;

/**
 * How the reviewers who looked at both of two tools voted on each: nothing for tools without a job in common, and with fewer than
 * three such reviewers. Shares of different reviewers say who was asked, not which tool is better.
 */
export function sharedCounts(left: OnPage, right: OnPage): [Count, Count] | undefined {
  if (!ownCount(left) || !ownCount(right) || !shareJob(left, right)) return undefined;
  const votesOf = ({ review }: OnPage) =>
    new Map(review!.votes.map(({ reviewer, vote }) => [reviewer, vote] as const));
  const [one, other] = [votesOf(left), votesOf(right)];
  const shared = [...one.keys()].filter((seat) => other.has(seat));
  if (shared.length < seatsToCompare) return undefined;
  const count = (votes: typeof one): Count => ({
    ship: shared.filter((seat) => votes.get(seat) === 'ship').length,
    of: shared.length,
  });
  return [count(one), count(other)];
}
