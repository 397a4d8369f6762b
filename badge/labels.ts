import type { BadgeRecord } from '../catalog/badge-record.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, noVerdict, shortCount, verdictWord } from '../catalog/verdict.ts';

/** What a badge shows: a tool's record and, on a fork of it, its upstream (`owner/name`). */
export type BadgeContent = { record: BadgeRecord; upstream?: string };

/** A text beside the verdict, the CSS class it is drawn by, and what a narrow window shows of it. */
export type BadgeNote = [className: string, text: string, narrow?: string];

/** The verdict and its count, “Ship”, “3 of 4”, or what stands in its place: “Facts only”. */
export function badgeVerdict({ record }: BadgeContent): [word: string, count?: string] {
  const count = countFromLetters(record.votes);
  // Whatever a family's verdict is, this page's license says who may not use what is here.
  if (record.whose && isForbidden(record)) return [record.name];
  return count ? [verdictWord(count), shortCount(count)] : ['Facts only'];
}

/** Whose word the verdict is where it is not just this page's, then one fact: the worst that is known. */
export function badgeNotes(content: BadgeContent): BadgeNote[] {
  const { record, upstream } = content;
  const notes: (BadgeNote | false | undefined)[] = [
    upstream !== undefined && ['fork', 'fork'],
    record.whose !== undefined && !isForbidden(record) && ['family', 'family’s verdict', 'family’s'],
    record.from !== undefined && ['feed', record.from],
    worstFact(content),
  ];
  return notes.filter((note) => note !== undefined && note !== false);
}

function worstFact({ record, upstream }: BadgeContent): BadgeNote | undefined {
  const { status, license, votes } = record;
  // A fork may go on where its upstream has ended, and is released by others.
  if (record.compromised && !upstream) return ['compromised', 'compromised release'];
  if (isForbidden(record)) return ['noncommercial', 'no commercial use'];
  const over = !upstream && status?.text ? status : undefined;
  if (over && over.value !== 'maintenance') return ['status', endedAs(over.text)];
  if (countFromLetters(votes) && record.outdated) return outdatedNote(record, upstream);
  if (over) return ['status', 'maintenance only'];
  const isKnown = license !== '' && license !== 'unknown';
  return !countFromLetters(votes) && isKnown && !upstream ? ['license', license] : undefined;
}

const isForbidden = ({ commercialUse }: BadgeRecord) => commercialUse === 'no';

/** “archived → Cline” of “Archived Mar 2026 → Cline”; when that was, the card says. */
const endedAs = (text: string) =>
  text.replace(/^(\w+)( \w+ \d{4})?/, (_, word: string) => word.toLowerCase());

const maxNote = 26;

/** “for v0.16, now v0.19”, where that is short enough; of a fork nobody knows what is the newest. */
function outdatedNote(record: BadgeRecord, upstream?: string): BadgeNote {
  const [reviewed, latest] = shortVersions(record);
  const both = `for ${reviewed}, now ${latest}`;
  const narrow = `reviewed ${reviewed}`;
  if (upstream) return ['outdated', `for ${reviewed}`];
  return both.length > maxNote ? ['outdated', narrow] : ['outdated', both, narrow];
}

/** Whether the newest version is more than a patch away from the reviewed one, so that the verdict is drawn fainter. */
export function isFaded(record: BadgeRecord): boolean {
  const [reviewed, latest] = shortVersions(record);
  return record.outdated && minor(reviewed) !== minor(latest);
}

/** The reviewed and the latest version without the patch, unless only that differs. */
function shortVersions({ reviewed = '', latest = '' }: BadgeRecord): [reviewed: string, latest: string] {
  const short = [minor(reviewed), minor(latest)] as const;
  return short[0] === short[1] ? [reviewed, latest] : [...short];
}

const minor = (version: string) => /^v?\d+\.\d+/.exec(version)?.[0] ?? version;

/** All that a badge reads: “Ship 3 of 4 for v0.16, now v0.19”. */
export function visibleText(content: BadgeContent): string {
  return [...badgeVerdict(content), ...badgeNotes(content).map(([, text]) => text)].join(' ');
}

/** "Axolotl: Ship 3 of 4 for v0.16, now v0.19". The visible words come first, for people who speak to their browser. */
export function badgeName(content: BadgeContent): string {
  const { record, upstream } = content;
  const { name, votes, reviewed = '', whose } = record;
  const text = visibleText(content);
  const hasVerdict = countFromLetters(votes) !== undefined;
  const details = [
    upstream && `the verdict is for the original, ${upstream}`,
    hasVerdict && whose && `the verdict is ${whose}`,
    hasVerdict ? !text.includes(reviewed) && `reviewed ${reviewed}` : `${noVerdict(votes).toLowerCase()} yet`,
  ];
  const words = text.startsWith(name) ? text : `${name}: ${text}`;
  return [words, ...details.filter(Boolean)].join(', ');
}

/** The same once the page was read: with what differs there behind it, and before it what is to be read before the verdict. */
export function accessibleName(content: BadgeContent, findings: readonly PageFinding[]): string {
  const warnings = findings.flatMap(({ first, text }) => (first ? `${text}. ` : []));
  const others = findings.flatMap(({ first, text }) => (first ? [] : text));
  return warnings.join('') + [badgeName(content), ...others].join(', ');
}
