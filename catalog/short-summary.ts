import { dateLabel } from './dates.ts';
import { factViews } from './fact-views.ts';
import { compromisedText } from './known-trouble.ts';
import { link, markup, wholeText, type Markdown } from './markdown-writer.ts';
import { licenseNotes } from './license.ts';
import type { OnPage } from './on-page.ts';
import { reasonsOf, type Reason } from './reasons.ts';
import type { Reference } from './reference.ts';
import { seatName, votesInLetters } from './seats.ts';
import { isOutdated, latestVersion, reviewedLabel } from './staleness.ts';
import { statusOf } from './status.ts';
import { noVerdict, panelCount, verdictWord, votesForVerdict } from './verdict.ts';
import { whoseVerdict } from './verdict-of.ts';
import { versionLabel } from './version.ts';
import { nameWithSource, type AttributedTool } from './whose.ts';

type Around = {
  /** The tool it is compared with. */
  rival?: OnPage<AttributedTool> | undefined;
  /** A page of the tool. */
  url?: string | undefined;
  /** ISO 8601. */
  day?: string;
};

const inSummary = ['commercialUse', 'license', 'entryPrice'];

/** One tool in six lines of Markdown, for a message or a pull request: verdict, use, reasons, facts, and one alternative. */
export function shortMarkdown(
  tool: OnPage<AttributedTool>,
  reference: Reference,
  { rival, url, day }: Around = {},
): string {
  const { pro, con, wouldChange } = reasonsOf(tool);
  const name = nameWithSource(tool);
  const linked = url === undefined ? markup`${name}` : link(name, url);
  const against = con?.kind === 'watch' ? 'Watch out' : 'Against';
  return wholeText(
    [
      markup`**${linked}: ${verdict(tool)}**`,
      markup`- ${tool.does}`,
      reason('For', pro),
      reason(against, con) ?? (wouldChange && markup`- Would change it: ${wouldChange.text}`),
      markup`- ${facts(tool, reference, day)}`,
      rival && markup`- Alternative: ${nameWithSource(rival)}, ${verdict(rival)}`,
    ].filter((line) => line !== undefined),
  );
}

/** “Ship, 3 of 4 reviewers, reviewed v0.16, v0.19.0 is out”, after what is wrong with the tool itself. */
function verdict(tool: OnPage): string {
  const count = panelCount(tool.review?.votes);
  const whose = whoseVerdict(tool);
  const words = count
    ? [`${verdictWord(count)}, ${votesForVerdict(count)} reviewers${whose ? ` (${whose})` : ''}`]
    : [`${noVerdict(votesInLetters(tool.review?.votes)).toLowerCase()} yet`];
  const reviewed = count && reviewedLabel(tool);
  const newer = count && isOutdated(tool) && `${versionLabel(latestVersion(tool)!)} is out`;
  const on = count && tool.review?.version && dateLabel(tool.review.date);
  const trouble = [compromisedText(tool), statusOf(tool)?.text];
  return [...trouble, ...words, reviewed && `reviewed ${reviewed}${on ? ` on ${on}` : ''}`, newer]
    .filter(Boolean)
    .join(', ');
}

function reason(label: string, found: Reason | undefined): Markdown | undefined {
  return found && markup`- ${label}: ${found.text} (${seatName(found.seat)})`;
}

/** “Commercial use: Yes · License: Apache-2.0 (1 note) · Price: Free, as of 1 Nov 2026”; the day is that of the oldest. */
function facts(tool: OnPage, reference: Reference, day: string | undefined): string {
  const views = factViews(tool, reference, day);
  const shown = inSummary.flatMap((key) => views.filter((view) => view.key === key));
  const notes = licenseNotes(tool);
  const counted = notes === 0 ? '' : ` (${notes} ${notes === 1 ? 'note' : 'notes'})`;
  const words = shown.map(({ key, label, text }) => `${label}: ${text}${key === 'license' ? counted : ''}`);
  const [oldest] = shown
    .filter(({ withheld }) => !withheld)
    .map(({ asOf }) => asOf)
    .sort();
  return words.join(' · ') + (oldest ? `, as of ${dateLabel(oldest)}` : '');
}
