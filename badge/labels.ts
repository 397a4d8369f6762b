import { today } from '../browser/clock.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';
import { commercialUseLabel } from '../catalog/commercial-use.ts';
import { priceOn } from '../catalog/price.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';
import { nameWithSource } from '../catalog/whose.ts';

/** What a badge shows: a tool's record and, on a fork of it, its upstream (`owner/name`). */
export type BadgeContent = { record: BadgeRecord; upstream?: string };

/** What a badge says of a release that was published to do harm. */
export const compromised = 'compromised release';

/** "older version" and its like, each with the CSS class it is drawn by. */
export function badgeSuffixes({ record, upstream }: BadgeContent): [className: string, text: string][] {
  const suffixes: [string, string | false | undefined][] = [
    ['compromised', !upstream && record.compromised && compromised],
    ['noncommercial', record.commercialUse === 'no' && 'no commercial use'],
    // A fork may go on where its upstream has ended.
    ['status', !upstream && record.status?.text],
    ['fork', upstream && `fork of ${upstream}`],
    ['family', record.whose && 'family’s verdict'],
    ['outdated', record.outdated && 'older version'],
    ['feed', record.from],
  ];
  return suffixes.filter((suffix): suffix is [string, string] => Boolean(suffix[1]));
}

/** "Ship 75% older version", or the price of what has no verdict, if that is known. */
export function visibleText(content: BadgeContent): string {
  const { votes } = content.record;
  const count = countFromLetters(votes);
  const verdict = count ? `${verdictWord(count)} ${percent(count)}%` : withoutVerdict(content.record);
  return [verdict, ...badgeSuffixes(content).map(([, text]) => text)].join(' ');
}

/** "Axolotl: Ship 75%, 3 of 4 reviewers, reviewed v0.16". The visible words come first, for people who speak to their browser. */
export function badgeName(content: BadgeContent): string {
  const { name, votes, reviewed } = content.record;
  const count = countFromLetters(votes);
  const details = count ? `${countInWords(count)}, reviewed ${reviewed}` : 'not reviewed yet';
  return `${name}: ${visibleText(content)}, ${details}`;
}

/** The same once the page was read: with what differs there behind it, and before it what is to be read before the verdict. */
export function accessibleName(content: BadgeContent, findings: readonly PageFinding[]): string {
  const warnings = findings.flatMap(({ first, text }) => (first ? `${text}. ` : []));
  const others = findings.flatMap(({ first, text }) => (first ? [] : text));
  return warnings.join('') + [badgeName(content), ...others].join(', ');
}

/** The rows of the card; a row without a text is left out. */
export function cardRows(
  { record, upstream }: BadgeContent,
  findings: readonly PageFinding[],
): [label: string, text: string | false | undefined, warning?: string | false][] {
  const { status, disputed, license, commercialUse, reviewed, latest, outdated, trouble, from, rival } =
    record;
  // What differs from model to model is said where it is known: on the page itself.
  const see = !license && 'See this page';
  return [
    ['Fork', upstream && `Verdict is for the original, ${upstream}`],
    ['Verdict', record.whose],
    ...findings.filter(({ first }) => !first).map(({ text }): [string, string] => ['On this page', text]),
    [upstream ? 'Original' : 'Status', status && status.text + status.asOf],
    ['Price', priceToday(record), disputed && 'sources disagree'],
    ['License', license || see],
    ['Commercial use', see || commercialUseLabel(commercialUse)],
    ['Reviewed', reviewed && reviewed + (outdated ? ` (latest: ${latest})` : ''), trouble],
    ['Source', from],
    ['Closest alternative', rival && nameWithSource(rival)],
  ];
}

/** What a badge says in the place of a verdict: the price, or that there is none. */
export function withoutVerdict(record: BadgeRecord): string {
  return priceToday(record) || 'Not reviewed';
}

/** The price as it is said today. */
function priceToday({ price, priceUntil }: BadgeRecord): string {
  return priceOn(today(), price, priceUntil);
}
