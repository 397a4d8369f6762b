import { today } from '../browser/clock.ts';
import { commercialUseLabel } from '../catalog/commercial-use.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { priceOn } from '../catalog/price.ts';
import { countFromLetters, noVerdict, verdictWord, votesForVerdict } from '../catalog/verdict.ts';
import { isolated } from '../catalog/whose.ts';
import type { BadgeContent } from './labels.ts';

/** A text of the card and the CSS class it is drawn by. */
export type Text = [text: string, className: string];

/** The verdict's word and how many reviewers say so: “Ship”, “3 of 4 would ship it”; “Skip”, “4 of 4 say skip”. */
export function verdictOnCard({ record }: BadgeContent): Text[] {
  const count = countFromLetters(record.votes);
  if (!count) return texts(['Facts only', 'word'], [`${noVerdict(record.votes)} yet`, '']);
  const [word, { ship, of }] = [verdictWord(count), count];
  const say = word === 'Ship' ? 'would ship it' : 'say skip';
  const split = word === 'Split' && `${ship} to ${of - ship}`;
  return texts([word, `word ${word}`], [split || `${votesForVerdict(count)} ${say}`, '']);
}

/** What is to be read before the verdict: what is wrong here, whose word it is where it is not just this page's, and how the tool ended. */
export function aboveVerdict({ record, upstream }: BadgeContent, findings: readonly PageFinding[]): Text[] {
  const { whose, from, status } = record;
  // The status says when, and what followed.
  const urgent = findings.filter(
    ({ first, kind }) => first && !(kind === 'archived' && status?.value === 'archived'),
  );
  const ended = status && (upstream ? 'Original: ' : '') + status.text + status.asOf;
  return texts(
    ...urgent.map(({ text }): Text => [text, 'warn bad']),
    [upstream && `Fork: verdict and facts are for the original, ${upstream}`, 'whose'],
    [whose && `Verdict is ${whose}`, 'whose'],
    [from && `From the feed “${isolated(from)}”`, 'whose'],
    [ended, status?.value === 'maintenance' ? 'warn' : 'warn bad'],
  );
}

/** The facts that decide first, each as a chip: commercial use, license, price, self-hosting. */
export function chips({ record }: BadgeContent): Text[] {
  const { license, commercialUse, notes, price, priceUntil, disputed, selfHost } = record;
  // What differs from model to model is said where it is known: on the page itself.
  if (!license && commercialUse === 'unknown')
    return texts(['License and commercial use: see this page', ''], ...others());
  const noted = notes ? `, ${notes} note${notes > 1 ? 's' : ''}` : '';
  const named = license === 'unknown' ? 'License: unknown' : license && license + noted;
  const use = commercialUseLabel(commercialUse).replace(/^./, (letter) => letter.toLowerCase());
  return texts(
    [`Commercial use: ${use}`, commercialUse],
    [named || 'License: see this page', ''],
    ...others(),
  );

  function others(): [string | false | undefined, string][] {
    const label = priceOn(today(), price, priceUntil);
    return [
      [label && label + (disputed ? ' (sources disagree)' : ''), ''],
      [selfHost && 'Self-host', ''],
    ];
  }
}

const reasons = { for: ['For: ', 'Ship'], against: ['Against: ', 'Skip'], watch: ['Watch out: ', 'Split'] };

/** The strongest reason, its side before it: “Against: ”, “needs a GPU”. */
export function reasonOnCard({ record: { reason } }: BadgeContent): Text[] {
  return reason ? texts([...reasons[reason.kind]] as Text, [reason.text, '']) : [];
}

/** What the verdict is for, “Reviewed v0.16 (latest: v0.19.0)”, and what is known against that; nothing without a verdict. */
export function reviewedOnCard({ record }: BadgeContent): Text[] {
  const { votes, reviewed, outdated, latest, trouble } = record;
  if (!reviewed || !countFromLetters(votes)) return [];
  return texts([`Reviewed ${reviewed}${outdated ? ` (latest: ${latest})` : ''}`, ''], [trouble, 'warn']);
}

function texts(...all: [text: string | false | undefined, className: string][]): Text[] {
  return all.filter((each): each is Text => Boolean(each[0]));
}
