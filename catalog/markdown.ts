import { comparisonSummary } from './comparison-summary.ts';
import { comparison, type Cell } from './comparison.ts';
import { dateLabel } from './dates.ts';
import { factViews, sourceViews, type FactView } from './fact-views.ts';
import { advisoryLabel, knownTrouble, reviewedTrouble } from './known-trouble.ts';
import { wholeText, link, links, markup, row, type Markdown } from './markdown-writer.ts';
import type { Reference } from './reference.ts';
import { scorecard } from './scorecard.ts';
import { ageInWords, isOutdated, reviewedLabel, latestVersion } from './staleness.ts';
import { statusOf } from './status.ts';
import type { Tool } from './tool-schema.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import { communityInWords, panelCount, verdictInWords } from './verdict.ts';
import { nameWithSource, type AttributedTool } from './whose.ts';

/** One tool as Markdown: verdict, facts and takes, with sources and dates, and the feed that says so; `day` is ISO 8601. */
export function toolMarkdown(tool: AttributedTool, reference: Reference, day?: string): string {
  const status = statusOf(tool)?.text;
  const panel = verdictInWords(panelCount(tool.review?.votes));
  const whose = whoseVerdict(tool);
  const newer = isOutdated(tool) ? `; ${versionLabel(latestVersion(tool)!)} is out` : '';
  const date = tool.review?.version ? ` on ${dateLabel(tool.review.date)}` : '';
  const trouble = reviewedTrouble(tool);
  const reviewed = tool.review
    ? `, reviewed ${reviewedLabel(tool)}${date}${trouble ? `, which ${trouble}` : ''}${newer}`
    : '';
  return wholeText([
    markup`## ${nameWithSource(tool)}`,
    undefined,
    ...(status ? [markup`**${status}**`, undefined] : []),
    markup`${tool.does}`,
    undefined,
    markup`- **Reviewers:** ${panel + (whose ? `, ${whose}` : '') + reviewed}`,
    markup`- **Community:** ${communityInWords(tool.community)}`,
    ...knownTroubleLines(tool),
    ...factViews(tool, reference, day).map(
      (fact) => markup`- **${fact.label}:** ${fact.text}${disputes(fact)}${cited(fact)}`,
    ),
    undefined,
    ...takes(tool, reference),
    ...sources(tool),
  ]);
}

/** Two tools as Markdown: a summary, a table, and sources with dates; each tool with the feed that it comes from; `day` is ISO 8601. */
export function comparisonMarkdown(
  left: AttributedTool,
  right: AttributedTool,
  reference: Reference,
  day?: string,
): string {
  const names = [left, right].map(nameWithSource) as [string, string];
  return wholeText([
    markup`## ${names[0]} vs ${names[1]}`,
    undefined,
    markup`${comparisonSummary(left, right, reference).join(' ')}`,
    undefined,
    row('', ...names),
    markup`| --- | --- | --- |`,
    ...comparison(left, right, reference, day).map((each) =>
      row(each.question, cell(each.left), cell(each.right)),
    ),
    undefined,
    ...[left, right].flatMap((tool) => [
      markup`### ${nameWithSource(tool)}`,
      undefined,
      ...takes(tool, reference),
      ...sources(tool),
    ]),
  ]);
}

function knownTroubleLines(tool: Tool): Markdown[] {
  const trouble = knownTrouble(tool);
  if (!trouble) return [];
  return [
    markup`- **Known trouble:** ${trouble.text}`,
    ...trouble.advisories.map(
      (each) =>
        markup`  - ${each.url ? link(advisoryLabel(each), each.url) : advisoryLabel(each)}: ${each.summary}`,
    ),
  ];
}

function takes(tool: Tool, { reviewers }: Reference): (Markdown | undefined)[] {
  const whose = whoseVerdict(tool);
  const each = scorecard(tool, reviewers).map(
    ({ name, vote, take, cites }) =>
      markup`- **${name}: ${vote}.** ${take} (${links(cites.map(({ source }) => source))})`,
  );
  const head = whose ? [markup`The reviews are ${whose}:`, undefined] : [];
  return each.length > 0 ? [...head, ...each, undefined] : [];
}

function sources(tool: Tool): (Markdown | undefined)[] {
  return [
    markup`Sources:`,
    ...sourceViews(tool, Object.keys(tool.sources)).map(
      ({ title, url, seen }) => markup`- ${link(title, url)}, ${dateLabel(seen)}`,
    ),
    undefined,
  ];
}

function cited(fact: FactView): Markdown | '' {
  if (fact.withheld) return '';
  const where = fact.sources.length > 0 ? markup`${links(fact.sources)}, ` : '';
  return markup` (${where}${ageInWords(fact)})`;
}

function disputes({ disputed }: FactView): Markdown[] {
  return disputed.map(({ text, sources }) => markup`; sources disagree: ${text} (${links(sources)})`);
}

function cell({ text, detail, reviewed, fact }: Cell): string {
  const dispute = fact?.disputed.length ? ' (sources disagree)' : '';
  if (fact?.withheld) return text;
  const more = reviewed ? dateLabel(reviewed) : detail;
  const date = fact ? `, ${ageInWords(fact)}` : more ? `, ${more}` : '';
  return `${text}${dispute}${date}`;
}
