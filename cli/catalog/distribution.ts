import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { panelCount, percent, verdictWord } from '../../catalog/verdict.ts';

type Tools = readonly Tool[];

/** The panel's figures over a whole catalog as Markdown: by verdict, share, seat and job. */
export function distributionMarkdown(tools: Tools, reference: Reference): string {
  const counts = tools.flatMap(({ review }) => panelCount(review?.votes) ?? []);
  const shares = [...Map.groupBy(counts, percent)].sort(([a], [b]) => a - b);
  const votes = tools.flatMap(({ review }) => review?.votes ?? []);
  const seats = reference.reviewers.map(({ id, name }) => {
    const own = votes.filter(({ reviewer }) => reviewer === id);
    const count = { ship: own.filter(({ vote }) => vote === 'ship').length, of: own.length };
    return [name, count.ship, count.of - count.ship, count.of ? `${percent(count)}%` : ''];
  });
  const jobs = Object.entries(reference.jobs)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'))
    .map(([id, { name }]) => [name, ...verdicts(tools.filter(({ job }) => job === id))]);
  const [all, reviewed, ship, split, skip] = verdicts(tools);
  return [
    `${all} tools, ${reviewed} of them reviewed: ${ship} Ship, ${split} Split, ${skip} Skip.`,
    table(
      ['Ship votes', 'Tools'],
      shares.map(([share, { length }]) => [`${share}%`, length]),
    ),
    table(['Reviewer', 'Ship', 'Skip', 'Ships'], seats),
    table(['Job', 'Tools', 'Reviewed', 'Ship', 'Split', 'Skip'], jobs),
  ].join('\n\n');
}

/** How many tools, how many of them reviewed, and how many with each verdict. */
function verdicts(tools: Tools): number[] {
  const counts = tools.flatMap(({ review }) => panelCount(review?.votes) ?? []);
  const words = counts.map(verdictWord);
  const each = (['Ship', 'Split', 'Skip'] as const).map((word) => words.filter((one) => one === word).length);
  return [tools.length, words.length, ...each];
}

/** How often each fact is unknown, among the tools that have it, as Markdown. */
export function unknownsMarkdown(tools: Tools): string {
  const facts = Map.groupBy(
    tools.flatMap((tool) => Object.entries(tool.facts).filter(([, fact]) => fact)),
    ([field]) => field,
  );
  const rows = [...facts].map(([field, all]) => {
    const unknown = all.filter(([, fact]) => fact.value === 'unknown');
    return [field, unknown.length, all.length] as const;
  });
  return table(
    ['Fact', 'Unknown', 'Of'],
    rows.sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

// Padded as Prettier does it, so that a generated page needs no second pass.
function table(head: string[], rows: (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [first, ...rest] = cells.map(line);
  return [first!, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}
