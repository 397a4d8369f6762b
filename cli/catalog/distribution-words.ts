import type { Distribution } from './distribution.ts';
import { percent } from '../../catalog/verdict.ts';

/** The panel's figures as Markdown: by verdict, share, seat and job. */
export function distributionMarkdown({ seats, jobs, total, shares }: Distribution): string {
  return [
    `${total.tools} tools, ${total.judged} of them judged: ${total.Ship} Ship, ${total.Split} Split, ${total.Skip} Skip.`,
    table(
      ['Panel share', 'Tools'],
      shares.map(({ share, tools }) => [`${share}%`, tools]),
    ),
    table(
      ['Seat', 'Ship', 'Skip', 'Ships'],
      seats.map(({ seat, ship, of }) => [seat, ship, of - ship, of ? `${percent({ ship, of })}%` : '']),
    ),
    table(
      ['Job', 'Tools', 'Judged', 'Ship', 'Split', 'Skip'],
      jobs.map(({ job, tools, judged, Ship, Split, Skip }) => [job, tools, judged, Ship, Split, Skip]),
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

// Padded as prettier pads, so that a made page needs no second pass.
function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  const [first, ...rest] = cells.map(line);
  return [first!, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}
