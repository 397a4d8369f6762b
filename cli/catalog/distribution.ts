import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { panelCount, percent, verdictWord, type VerdictWord } from '../../catalog/verdict.ts';

/** Votes of one seat. */
export type SeatCount = { seat: string; ship: number; of: number };
/** Tools of one job: how many, how many were reviewed, and with which verdict. */
export type JobCount = { job: string; tools: number; reviewed: number } & Record<VerdictWord, number>;
export type Distribution = {
  seats: SeatCount[];
  jobs: JobCount[];
  total: JobCount;
  /** Tools by panel share in whole per cent, lowest first. */
  shares: { share: number; tools: number }[];
  /** How often each fact is unknown, among the tools that have it. */
  unknowns: { field: string; unknown: number; of: number }[];
};

/** How the panel votes over a whole catalog: by seat, by job, by share, and which facts are unknown. */
export function distribution(tools: readonly Tool[], reference: Reference): Distribution {
  const votes = tools.flatMap(({ review }) => review?.votes ?? []);
  const seats = reference.reviewers.map(({ id, name }) => {
    const own = votes.filter(({ reviewer }) => reviewer === id);
    return { seat: name, ship: own.filter(({ vote }) => vote === 'ship').length, of: own.length };
  });
  const jobs = Object.entries(reference.jobs).map(([id, { name }]) =>
    jobCount(
      name,
      tools.filter(({ job }) => job === id),
    ),
  );
  const shares = new Map<number, number>();
  for (const { review } of tools) {
    const count = panelCount(review?.votes);
    if (count) shares.set(percent(count), (shares.get(percent(count)) ?? 0) + 1);
  }
  return {
    seats,
    jobs: jobs.sort((a, b) => a.job.localeCompare(b.job, 'en')),
    total: jobCount('All', tools),
    shares: [...shares].map(([share, count]) => ({ share, tools: count })).sort((a, b) => a.share - b.share),
    unknowns: unknowns(tools),
  };
}

function jobCount(job: string, tools: readonly Tool[]): JobCount {
  const words = tools.flatMap(({ review }) => {
    const count = panelCount(review?.votes);
    return count ? [verdictWord(count)] : [];
  });
  const of = (word: VerdictWord) => words.filter((one) => one === word).length;
  return {
    job,
    tools: tools.length,
    reviewed: words.length,
    Ship: of('Ship'),
    Split: of('Split'),
    Skip: of('Skip'),
  };
}

function unknowns(tools: readonly Tool[]): Distribution['unknowns'] {
  const fields = new Set(tools.flatMap(({ facts }) => Object.keys(facts)));
  return [...fields].sort().map((field) => {
    const present = tools.flatMap(({ facts }) => facts[field as keyof Tool['facts']] ?? []);
    return {
      field,
      unknown: present.filter(({ value }) => value === 'unknown').length,
      of: present.length,
    };
  });
}

/** The panel's figures as Markdown: by verdict, share, seat and job. */
export function distributionMarkdown({ seats, jobs, total, shares }: Distribution): string {
  return [
    `${total.tools} tools, ${total.reviewed} of them reviewed: ${total.Ship} Ship, ${total.Split} Split, ${total.Skip} Skip.`,
    table(
      ['Ship votes', 'Tools'],
      shares.map(({ share, tools }) => [`${share}%`, tools]),
    ),
    table(
      ['Reviewer', 'Ship', 'Skip', 'Ships'],
      seats.map(({ seat, ship, of }) => [seat, ship, of - ship, of ? `${percent({ ship, of })}%` : '']),
    ),
    table(
      ['Job', 'Tools', 'Reviewed', 'Ship', 'Split', 'Skip'],
      jobs.map(({ job, tools, reviewed, Ship, Split, Skip }) => [job, tools, reviewed, Ship, Split, Skip]),
    ),
  ].join('\n\n');
}

/** How often each fact is unknown, as Markdown. */
export function unknownsMarkdown({ unknowns }: Distribution): string {
  return table(
    ['Fact', 'Unknown', 'Of'],
    unknowns.map(({ field, unknown, of }) => [field, unknown, of]),
  );
}

// Padded as Prettier does it, so that a generated page needs no second pass.
function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [first, ...rest] = cells.map(line);
  return [first!, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}
