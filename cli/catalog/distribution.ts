import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { panelCount, percent, verdictWord, type VerdictWord } from '../../catalog/verdict.ts';

type Distribution = ReturnType<typeof distribution>;

/** How the panel votes over a whole catalog: by seat, by job, by share, and which facts are unknown. */
export function distribution(tools: readonly Tool[], reference: Reference) {
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
  const shares = Map.groupBy(
    tools.flatMap(({ review }) => panelCount(review?.votes) ?? []),
    percent,
  );
  return {
    seats,
    jobs: jobs.sort((a, b) => a.job.localeCompare(b.job, 'en')),
    total: jobCount('All', tools),
    /** Tools by panel share in whole per cent, lowest first. */
    shares: [...shares]
      .map(([share, { length }]) => ({ share, tools: length }))
      .sort((a, b) => a.share - b.share),
    unknowns: unknownFacts(tools),
  };
}

/** Tools of one job: how many, how many were reviewed, and with which verdict. */
function jobCount(job: string, tools: readonly Tool[]) {
  const verdicts = tools.flatMap(({ review }) => {
    const count = panelCount(review?.votes);
    return count ? [verdictWord(count)] : [];
  });
  const of = (word: VerdictWord) => verdicts.filter((one) => one === word).length;
  const byVerdict = { Ship: of('Ship'), Split: of('Split'), Skip: of('Skip') };
  return { job, tools: tools.length, reviewed: verdicts.length, ...byVerdict };
}

/** How often each fact is unknown, among the tools that have it. */
function unknownFacts(tools: readonly Tool[]) {
  const fields = new Set(tools.flatMap(({ facts }) => Object.keys(facts)));
  return [...fields].sort().map((field) => {
    const facts = tools.flatMap(({ facts }) => facts[field as keyof Tool['facts']] ?? []);
    return { field, unknown: facts.filter(({ value }) => value === 'unknown').length, of: facts.length };
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
