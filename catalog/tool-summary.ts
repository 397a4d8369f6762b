import { licenseKind, type LicenseKind } from './license.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';

/**
 * What search, rival lists and the catalog page need of a tool.
 * `votes` has a letter a vote, in the panel's order: `s` ship, `k` skip; `reviewed` is the ISO 8601 date of the review;
 * `popularity` is in GitHub stars.
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
  popularity?: number;
  reviewed?: string;
};

/** The few fields of a tool that lists show. */
export function summaryOf(tool: Tool, { licenses }: Pick<Reference, 'licenses'>): ToolSummary {
  const { id, formerIds, name, maker, job, kind, review, rivals, facts } = tool;
  const popularity = popularityOf(tool);
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
    ...(popularity !== undefined && { popularity }),
    ...(review && { reviewed: review.date }),
  };
}

// A package without a known number of stars counts as one with a star for each hundred downloads a month, which is
// about what tools with both numbers have (median over the catalog, 2026-11).
const downloadsForAStar = 100;

function popularityOf({ facts }: Tool): number | undefined {
  const [stars, downloads] = [facts.stars?.value, facts.downloads?.value];
  if (typeof stars === 'number') return stars;
  return typeof downloads === 'number' ? downloads / downloadsForAStar : undefined;
}

/** Votes as one letter each: three ship and one skip are `sssk`. */
export function votesInLetters(votes: NonNullable<Tool['review']>['votes'] = []): string {
  return votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('');
}
