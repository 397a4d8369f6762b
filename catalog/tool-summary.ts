import { knownTrouble } from './known-trouble.ts';
import { licenseKind, type LicenseKind } from './license.ts';
import type { Reference } from './reference.ts';
import { votesInLetters } from './seats.ts';
import type { Tool } from './tool-schema.ts';
import { statusOf, successorTool } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import { onPage } from './on-page.ts';
import type { Named } from './whose.ts';

/**
 * What search, rival lists and the catalog page show of a tool.
 * `votes` has a letter for each seat (`votesInLetters`); `reviewed` is the ISO 8601 date of the review;
 * `popularity` is in GitHub stars.
 */
export type ToolSummary = Named & {
  id: string;
  maker: string;
  job: string;
  otherJobs?: string[];
  kind: Tool['kind'];
  votes: string;
  license: LicenseKind;
  price: Tool['facts']['entryPrice']['value'];
  formerIds?: string[];
  rivals?: string[];
  popularity?: number;
  reviewed?: string;
  status?: ShownStatus;
  /** What is known against the latest version: “1 known high vulnerability in v2.16.1, no fix known”. */
  trouble?: string;
  /** The names of its variants. */
  variants?: string[];
  /** The tools that only its variants name. */
  namedByVariants?: string[];
};

/** The summary of a tool for lists; `from` is the label of the feed that the entry comes from. */
export function summaryOf(
  tool: Tool,
  { licenses }: Pick<Reference, 'licenses'>,
  from: string | undefined,
): ToolSummary {
  const { id, formerIds, name, maker, job, kind, review, rivals, facts } = tool;
  const popularity = popularityOf(tool);
  const [, ...otherJobs] = jobsOf(tool);
  const [status, trouble] = [statusOf(tool), knownTrouble(tool)];
  return {
    id,
    name,
    from,
    maker,
    job,
    ...(otherJobs.length > 0 && { otherJobs }),
    kind,
    votes: votesInLetters(review?.votes),
    license: licenseKind(facts.license.value, licenses),
    price: facts.entryPrice.value,
    ...(formerIds && { formerIds }),
    ...(rivals && { rivals }),
    ...(popularity !== undefined && { popularity }),
    ...(review && { reviewed: review.date }),
    ...(status && { status }),
    ...(trouble?.advisories.length && { trouble: trouble.text }),
    ...ofVariants(tool),
  };
}

/** The tools that a tool names: its rivals, and the one that followed it. */
export function namesOf({ rivals = [], status, namedByVariants = [] }: ToolSummary): string[] {
  const next = successorTool(status);
  return [...new Set([...rivals, ...(next ? [next] : []), ...namedByVariants])];
}

function ofVariants(tool: Tool): Pick<ToolSummary, 'variants' | 'namedByVariants'> {
  const { variants = [] } = tool;
  const named = variants.flatMap(({ rivals = [], pages: [page] }) => {
    const next = successorTool(statusOf(onPage(tool, page)));
    return [...rivals, ...(next ? [next] : [])];
  });
  return {
    ...(variants.length > 0 && { variants: variants.map(({ name }) => name) }),
    ...(named.length > 0 && { namedByVariants: [...new Set(named)].sort() }),
  };
}

// A feed may list any number, and each costs time in every look for rivals.
const maxJobs = 8;

/** The jobs of a tool, each once, the main one first. */
export function jobsOf({
  job,
  otherJobs = [],
}: {
  job: string;
  otherJobs?: readonly string[] | undefined;
}): string[] {
  return [...new Set([job, ...otherJobs])].slice(0, maxJobs);
}

/** Whether two tools have a job in common, so that one may stand in for the other. */
export function shareJob(one: Parameters<typeof jobsOf>[0], other: Parameters<typeof jobsOf>[0]): boolean {
  const jobs = jobsOf(other);
  return jobsOf(one).some((job) => jobs.includes(job));
}

// Without known stars, a hundred downloads a month count as one star: the median of the tools with both numbers (2026-11).
const downloadsForAStar = 100;

function popularityOf({ facts }: Tool): number | undefined {
  const [stars, downloads] = [facts.stars?.value, facts.downloads?.value];
  if (typeof stars === 'number') return stars;
  return typeof downloads === 'number' ? downloads / downloadsForAStar : undefined;
}
