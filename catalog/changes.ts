import * as z from 'zod/mini';
import { FeedError } from './feed/feed-error.ts';
import { readJson } from './feed/safe-json.ts';
import { firstProblem } from './first-problem.ts';
import { licenseTerms } from './license.ts';
import { capital } from './capital.ts';
import { priceLabel } from './price.ts';
import type { Reference } from './reference.ts';
import { ageInDays } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { verdictInWords, verdictChange } from './verdict.ts';
import type { Whose } from './whose.ts';

type Words = Pick<Reference, 'licenses'>;

// The changes of one day are shown in this order, and where there are too many the last are cut off.
const kinds = ['verdict', 'status', 'license', 'price', 'new', 'gone', 'unknown'] as const;
const maxChanges = 1_000;
// The expression of a license, in words, may be ten times as long as in a tool’s entry; a row of the news is a line or two.
const maxLetters = 300;

const text = z.string().check(z.trim(), z.minLength(1));
const change = z.object({
  tool: text,
  name: text.check(z.maxLength(80)),
  kind: z.catch(z.enum(kinds), 'unknown'),
  text,
  date: z.iso.date(),
});

/** One change between two versions of a catalog; `date` is the day of the later version, ISO 8601; `from` the label of the reader’s feed. */
export type Change = z.infer<typeof change> & Whose;

/** The changes of one tool between two versions of a catalog, each a text without the tool's name; a reader adds whose they are. */
export function changesOf(
  before: Tool | undefined,
  after: Tool | undefined,
  date: string,
  words: Words,
  from?: string,
): Change[] {
  const either = after ?? before;
  if (!either) return [];
  const { id: tool, name } = either;
  return sentences(before, after, words).flatMap(([kind, text]) =>
    text ? [{ tool, name, from, kind, text: shortened(text), date }] : [],
  );
}

/**
 * Two lists merged into one of at most 1,000: newest day first, no duplicates, none more than `days` from `today` (ISO 8601).
 * Where there are more, each feed keeps an equal share, so that none crowds out the others. `dayOf` says which day counts.
 */
export function mergedChanges<C extends Change>(
  earlier: readonly C[],
  later: readonly C[],
  today: string,
  days = 60,
  dayOf = (change: C) => change.date,
): C[] {
  const each = new Map([...later, ...earlier].map((change) => [changeKey(change), change]));
  const distance = (change: C) => Math.abs(ageInDays(dayOf(change), today));
  const newestFirst = (a: C, b: C) => {
    const [one, other] = [dayOf(a), dayOf(b)];
    if (one !== other) return one < other ? 1 : -1;
    return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byName.compare(a.name, b.name);
  };
  const nearestFirst = [...each.values()]
    .filter((change) => distance(change) <= days)
    .sort((a, b) => distance(a) - distance(b) || newestFirst(a, b));
  return fairShares(nearestFirst).sort(newestFirst);
}

/** What makes a change the same as another, whenever it came. */
export function changeKey({ tool, from, kind, text, date }: Change): string {
  return JSON.stringify([date, tool, kind, text, from]);
}

/** The first 1,000 changes when the feeds take turns. */
function fairShares<C extends Change>(changes: readonly C[]): C[] {
  const turns = [...Map.groupBy(changes, ({ from }) => from).values()].flatMap((own) =>
    own.map((change, turn) => ({ change, turn })),
  );
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, maxChanges)
    .map(({ change }) => change);
}

/** The stored changes that can be shown; anything else has none. */
export function usableChanges(stored: unknown): Change[] {
  return Array.isArray(stored) ? stored.filter(isChange) : [];
}

function isChange(value: unknown): value is Change {
  const { from, ...fields } = Object(value) as Record<string, unknown>;
  return change.safeParse(fields).success && ['string', 'undefined'].includes(typeof from);
}

/** Checked bytes of a feed's changes in, the list out; throws a FeedError that names the field. An unknown kind becomes `unknown`. */
export function readChanges(bytes: Uint8Array, file: string): Change[] {
  const result = z.array(change).safeParse(readJson(bytes, file));
  if (result.success) return result.data.map((each) => ({ ...each, from: undefined }));
  throw new FeedError('malformed', `${file}: ${firstProblem(result.error)}`);
}

function sentences(
  before: Tool | undefined,
  after: Tool | undefined,
  { licenses }: Words,
): [Change['kind'], string | undefined][] {
  const verdict = verdictChange(before, after);
  if (!before) return [['new', verdict ?? verdictInWords(undefined)]];
  if (!after) return [['gone', 'No longer in the catalog']];
  const changed = (label: (facts: Tool['facts']) => string) => {
    const [was, is] = [label(before.facts), label(after.facts)];
    return was === is ? undefined : `${was} → ${is}`;
  };
  return [
    ['verdict', verdict && capital(verdict)],
    ['status', changed(({ status }) => orUnknown(status.value))],
    ['license', changed(({ license }) => orUnknown(licenseTerms(license.value, licenses).label))],
    ['price', changed(({ entryPrice }) => priceLabel(entryPrice))],
  ];
}

function shortened(text: string): string {
  return text.length > maxLetters ? `${text.slice(0, maxLetters).toWellFormed()}…` : text;
}

function orUnknown(word: string): string {
  return word === 'unknown' ? 'Unknown' : capital(word);
}

const byName = new Intl.Collator('en', { numeric: true });
