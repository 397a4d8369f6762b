import type { BadgeRecord } from '../catalog/badge-record.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, countInWords, percent, verdictWord } from '../catalog/verdict.ts';

/** What the mark carries behind its verdict, by the class that draws it: whose verdict, how old, whose entry. */
export function badgeSuffixes(record: BadgeRecord, fork?: string): [name: string, text: string][] {
  const tags: [string, string | false | undefined][] = [
    ['fork', fork && `fork of ${fork}`],
    ['outdated', record.outdated && 'older version'],
    ['feed', record.from],
  ];
  return tags.filter((tag): tag is [string, string] => Boolean(tag[1]));
}

/** The mark's name; it begins with the words that are seen, so that people who speak to their browser can say them. */
export function accessibleName(
  record: BadgeRecord,
  fork?: string,
  findings: readonly PageFinding[] = [],
): string {
  const { name, votes, price, judged } = record;
  const count = countFromLetters(votes);
  const seen = count ? `${verdictWord(count)} ${percent(count)}%` : price;
  const words = [seen, ...badgeSuffixes(record, fork).map(([, text]) => text)].join(' ');
  const detail = count ? `${countInWords(count)}, judged ${judged}` : 'no verdict yet';
  return [`${name}: ${words}`, detail, ...findings.map(({ text }) => text)].join(', ');
}
