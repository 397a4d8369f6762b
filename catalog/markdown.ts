import { comparisonSummary } from './comparison-summary.ts';
import { comparison, type Cell } from './comparison.ts';
import { dateLabel } from './dates.ts';
import { factViews, sourceViews, type FactView } from './fact-views.ts';
import type { Reference } from './reference.ts';
import { isOutdated, reviewedLabel, latestVersion } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { versionLabel } from './version.ts';
import { communityInWords, countInWords, panelCount, verdictInWords } from './verdict.ts';

/** One tool as Markdown: verdict, facts and takes, with sources and dates. */
export function toolMarkdown(tool: Tool, reference: Reference): string {
  const count = panelCount(tool.review?.votes);
  const panel = count ? `${verdictInWords(count)} (${countInWords(count)})` : verdictInWords(count);
  const newer = isOutdated(tool) ? `; ${versionLabel(latestVersion(tool)!)} is out` : '';
  const date = tool.review?.version ? ` on ${dateLabel(tool.review.date)}` : '';
  const reviewed = tool.review ? `, reviewed ${reviewedLabel(tool)}${date}${newer}` : '';
  return lines(
    `## ${text(tool.name)}`,
    '',
    text(tool.does),
    '',
    `- **Reviewers:** ${panel}${reviewed}`,
    `- **Community:** ${communityInWords(tool.community)}`,
    ...factViews(tool, reference).map(
      (fact) => `- **${fact.label}:** ${text(fact.text)}${disputes(fact)}${cited(fact)}`,
    ),
    '',
    ...takes(tool, reference),
    ...sources(tool),
  );
}

/** Two tools as Markdown: a summary, a table, and sources with dates. */
export function comparisonMarkdown(left: Tool, right: Tool, reference: Reference): string {
  return lines(
    `## ${text(left.name)} vs ${text(right.name)}`,
    '',
    text(comparisonSummary(left, right, reference).join(' ')),
    '',
    `| | ${cellText(left.name)} | ${cellText(right.name)} |`,
    '| --- | --- | --- |',
    ...comparison(left, right, reference).map(
      (row) => `| ${row.question} | ${cell(row.left)} | ${cell(row.right)} |`,
    ),
    '',
    ...[left, right].flatMap((tool) => [
      `### ${text(tool.name)}`,
      '',
      ...takes(tool, reference),
      ...sources(tool),
    ]),
  );
}

function takes(tool: Tool, { reviewers }: Reference): string[] {
  const votes = tool.review?.votes ?? [];
  if (votes.length === 0) return [];
  const name = (id: string) => reviewers.find((reviewer) => reviewer.id === id)?.name ?? id;
  return [
    ...votes.map(
      ({ reviewer, vote, take, cites }) =>
        `- **${name(reviewer)}: ${vote}.** ${text(take)} (${links(sourceViews(tool, cites))})`,
    ),
    '',
  ];
}

function sources(tool: Tool): string[] {
  return [
    'Sources:',
    ...sourceViews(tool, Object.keys(tool.sources)).map(
      (source) => `- ${links([source])}, ${dateLabel(source.seen)}`,
    ),
    '',
  ];
}

function cited(fact: FactView): string {
  const where = fact.sources.length ? `${links(fact.sources)}, ` : '';
  return ` (${where}checked ${dateLabel(fact.checked)})`;
}

function disputes({ disputed }: FactView): string {
  return disputed
    .map((other) => `; sources disagree: ${text(other.text)} (${links(other.sources)})`)
    .join('');
}

function cell({ text: words, detail, fact }: Cell): string {
  const dispute = fact?.disputed.length ? ' (sources disagree)' : '';
  const date = fact ? `, checked ${dateLabel(fact.checked)}` : detail ? `, ${detail}` : '';
  return cellText(`${words}${dispute}${date}`);
}

function links(sources: ReturnType<typeof sourceViews>): string {
  return sources.map(({ title, url }) => `[${text(title)}](${url})`).join(', ');
}

// Names and takes come from a feed, so characters that Markdown takes for markup are escaped.
function text(words: string): string {
  return words.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ');
}

function cellText(words: string): string {
  return text(words).replaceAll('|', '\\|');
}

function lines(...all: string[]): string {
  return `${all.join('\n').trimEnd()}\n`;
}
