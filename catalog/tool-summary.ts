import { licenseKind, type LicenseKind } from './license.ts';
import type { Reference } from './reference.ts';
import type { Tool } from './tool-schema.ts';
import type { Named } from './whose.ts';

/**
 * What search, rival lists and the catalog page show of a tool.
 * `votes` has one letter for each vote in the panel's order, `s` ship, `k` skip; `reviewed` is the ISO 8601 date of the review;
 * `popularity` is in GitHub stars.
 */
export type ToolSummary = Named & {
  id: string;
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

/** The summary of a tool for lists; `from` is the label of the feed that the entry comes from. */
export function summaryOf(
  tool: Tool,
  { licenses }: Pick<Reference, 'licenses'>,
  from: string | undefined,
): ToolSummary {
  const { id, formerIds, name, maker, job, kind, review, rivals, facts } = tool;
  const popularity = popularityOf(tool);
  return {
    id,
    name,
    from,
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

// Without known stars, a hundred downloads a month count as one star: the median of the tools with both numbers (2026-11).
const downloadsForAStar = 100;

function popularityOf({ facts }: Tool): number | undefined {
  const [stars, downloads] = [facts.stars?.value, facts.downloads?.value];
  if (typeof stars === 'number') return stars;
  return typeof downloads === 'number' ? downloads / downloadsForAStar : undefined;
}

/** Votes as one letter each: `sssk` for three ship and one skip. */
export function votesInLetters(votes: NonNullable<Tool['review']>['votes'] = []): string {
  return votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('');
}
