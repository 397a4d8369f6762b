import * as z from 'zod/mini';
import { FeedError } from './feed/feed-error.ts';
import { readJson } from './feed/safe-json.ts';
import { firstProblem } from './first-problem.ts';
import { licenseTerms } from './license.ts';
import { capital, priceLabel } from './price.ts';
import type { Reference } from './reference.ts';
import { ageInDays } from './staleness.ts';
import type { Tool } from './tool-schema.ts';
import { verdictInWords, verdictChange } from './verdict.ts';

type Words = Pick<Reference, 'licenses'>;

// The most telling first: in this order changes of one day are shown, and the last are cut off where there are too many.
const kinds = ['verdict', 'status', 'license', 'price', 'new', 'gone', 'unknown'] as const;
const most = 1_000;

const text = z.string().check(z.trim(), z.minLength(1));
const change = z.object({
  tool: text,
  name: text.check(z.maxLength(80)),
  kind: z.catch(z.enum(kinds), 'unknown'),
  text,
  date: z.iso.date(),
});

/** One thing that became different between two versions of a catalog; `date` is the day of the later one, ISO 8601. */
export type Change = z.infer<typeof change>;

/** What is different about one tool between two versions of a catalog, a sentence each that leaves the name out; nothing if only other facts moved. */
export function changesOf(
  before: Tool | undefined,
  after: Tool | undefined,
  date: string,
  words: Words,
): Change[] {
  const known = after ?? before;
  if (!known) return [];
  const { id: tool, name } = known;
  return sentences(before, after, words).flatMap(([kind, text]) =>
    text ? [{ tool, name, kind, text, date }] : [],
  );
}

/** Two lists as one of at most 1,000: newest day first, none twice, none over `days` from `today` (ISO 8601). */
export function mergedChanges(
  earlier: readonly Change[],
  later: readonly Change[],
  today: string,
  days = 60,
): Change[] {
  const each = new Map([...earlier, ...later].map((change) => [keyOf(change), change]));
  return [...each.values()]
    .filter(({ date }) => Math.abs(ageInDays(date, today)) <= days)
    .sort(newestFirst)
    .slice(0, most);
}

/** Checked bytes of a feed's changes in, the list out; throws a Refusal that names the field. A kind it does not know reads as `unknown`. */
export function readChanges(bytes: Uint8Array, file: string): Change[] {
  const read = z.array(change).safeParse(readJson(bytes, file));
  if (read.success) return read.data;
  throw new FeedError(`${file}: ${firstProblem(read.error)}`);
}

function sentences(
  before: Tool | undefined,
  after: Tool | undefined,
  { licenses }: Words,
): [Change['kind'], string | undefined][] {
  const verdict = verdictChange(before, after);
  if (!before) return [['new', verdict ?? verdictInWords(undefined)]];
  if (!after) return [['gone', 'No longer in the catalog']];
  const moved = (read: (facts: Tool['facts']) => string) => {
    const [was, is] = [read(before.facts), read(after.facts)];
    return was === is ? undefined : `${was} → ${is}`;
  };
  return [
    ['verdict', verdict && capital(verdict)],
    ['status', moved(({ status }) => known(status.value))],
    ['license', moved(({ license }) => known(licenseTerms(license.value, licenses).label))],
    ['price', moved(({ entryPrice }) => priceLabel(entryPrice))],
  ];
}

function known(word: string): string {
  return word === 'unknown' ? 'Unknown' : capital(word);
}

function keyOf({ tool, kind, text, date }: Change): string {
  return [date, tool, kind, text].join('\n');
}

function newestFirst(a: Change, b: Change): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byName.compare(a.name, b.name);
}

const byName = new Intl.Collator('en', { numeric: true });
