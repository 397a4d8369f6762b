import { licenseKind, type LicenseKind } from './license.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';

/**
 * What search, rival lists and the catalog page need of a tool.
 * `votes` has a letter a vote, in the panel's order: `s` ship, `k` skip; `judged` is the ISO 8601 date of the review.
 */
export type ToolSummary = {
  id: string;
  name: string;
  maker: string;
  job: string;
  kind: Tool['kind'];
  votes: string;
  license: LicenseKind;
  price: Tool['facts']['entryPrice']['value'];
  formerIds?: string[];
  rivals?: string[];
  stars?: number;
  judged?: string;
};

/** The few fields of a tool that lists show. */
export function summaryOf(tool: Tool, { licenses }: Pick<Reference, 'licenses'>): ToolSummary {
  const { id, formerIds, name, maker, job, kind, review, rivals, facts } = tool;
  const stars = facts.stars?.value;
  return {
    id,
    name,
    maker,
    job,
    kind,
    votes: votesInLetters(review?.votes),
    license: licenseKind(facts.license.value, licenses),
    price: facts.entryPrice.value,
    ...(formerIds && { formerIds }),
    ...(rivals && { rivals }),
    ...(typeof stars === 'number' && { stars }),
    ...(review && { judged: review.date }),
  };
}

/** Votes as one letter each: three ship and one skip are `sssk`. */
export function votesInLetters(votes: NonNullable<Tool['review']>['votes'] = []): string {
  return votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('');
}
