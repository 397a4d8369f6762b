import type { Tool } from './tool-schema.ts';
import { variantProblem } from './variant-rules.ts';

/**
 * Throws, in words that follow a tool's name, if what it counts cannot be: a reviewer who votes twice, more ships than votes.
 * The schema cannot say so, and the shares that people see would be wrong.
 */
export function assertCounts({ review, community, elsewhere }: Tool): void {
  const seats = (review?.votes ?? []).map(({ reviewer }) => reviewer);
  const twice = seats.find((seat, at) => seats.indexOf(seat) !== at);
  if (twice) throw new Error(`has two votes of the ${twice}`);
  const counts = [...(community ? [community] : []), ...(elsewhere ?? [])];
  const wrong = counts.find(({ ship, of }) => ship > of);
  if (wrong) throw new Error(`has ${wrong.ship} votes to ship of only ${wrong.of}`);
}

/** Throws, in words that follow a tool's name, if nobody could say which of its variants a page is, or what that shares. */
export function assertVariants(tool: Tool): void {
  const problem = variantProblem(tool);
  if (problem) throw new Error(problem);
}
