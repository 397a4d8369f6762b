import type { Collected } from './answers.ts';
import type { Outcome } from './proposals.ts';
import { quoted } from './refusal.ts';
import type { Proposal, Source } from './source.ts';

/** For programs: what was asked, and what waits for a person. */
export function reportJson({ date, sources }: Collected, outcomes: readonly Outcome[]) {
  return {
    date,
    sources: sources.map(({ name, wanted, answers, failures, requests, points, ms, stopped }) => ({
      name,
      asked: wanted,
      answered: answers.length,
      failed: failures.length,
      requests,
      points,
      ms,
      ...(stopped && { stopped }),
    })),
    written: outcomes.flatMap(({ written }) => written),
    proposals: outcomes.flatMap(({ judgements }) => judgements),
    refused: outcomes.flatMap(({ refused }) => refused),
  };
}

/** For people: one list a kind of question, then what was refused, what failed and what was written. Markdown. */
export function reportMarkdown(
  collected: Collected,
  outcomes: readonly Outcome[],
  sources: readonly Source[],
): string {
  const titles = new Map(sources.map(({ name, title }) => [name, title]));
  const title = (name: string) => titles.get(name) ?? name;
  const judgements = outcomes.flatMap((outcome) => outcome.judgements);
  const written = outcomes.flatMap((outcome) => outcome.written);
  const progress = collected.sources.map(
    ({ name, wanted, answers, failures, stopped }) =>
      `${title(name)}: ${answers.length} of ${wanted} answered, ${failures.length} failed${stopped ? `. ${plain(stopped)}` : ''}`,
  );
  const failed = collected.sources.flatMap(({ name, failures }) =>
    failures.map(({ id, failure }) => `${title(name)}, ${quoted(id)}: ${plain(failure)}`),
  );
  return [
    `# Refresh of ${collected.date}`,
    ...section('Asked', progress),
    ...byList('For a person', judgements),
    ...section(
      'Refused',
      outcomes.flatMap(({ refused }) => refused.map(plain)),
    ),
    ...section('Failed, asked again next time', failed),
    ...byList('Written', written),
    '',
  ].join('\n');
}

function byList(heading: string, proposals: readonly Proposal[]): string[] {
  const lists = Map.groupBy(proposals, ({ list }) => list);
  const sections = [...lists].map(([list, all]) => [list, all.map(lineOf)] as const);
  return sections.flatMap(([list, lines]) => section(`${heading}: ${list} (${lines.length})`, lines));
}

function lineOf({ tool, path, says, source }: Proposal): string {
  return `**${tool}** \`${path.join('.') || 'tool'}\`: ${plain(says)}${source ? ` (<${source.url}>)` : ''}`;
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length ? ['', `## ${heading}`, '', ...lines.map((line) => `- ${line}`)] : [];
}

/** A sentence that may quote what a source said, without line breaks or anything that Markdown or a terminal would obey. */
function plain(text: string): string {
  const line = text.slice(0, 400).replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ');
  return line.replace(/[<>`[\]*_]/g, (character) => `\\${character}`);
}
