import { isFree } from './price.ts';
import { searchTools } from './search.ts';
import { jobsOf, type ToolSummary } from './tool-summary.ts';
import { countFromLetters, shareOf, verdictWord } from './verdict.ts';

export const verdictChoices = ['Ship', 'Split', 'Skip', 'none'] as const;
export const licenseChoices = [
  'open source',
  'source available',
  'custom',
  'proprietary',
  'unknown',
] as const;
// Open source is a kind of free here: what its license says is another filter.
export const priceChoices = ['free', 'freemium', 'paid', 'contact sales', 'unknown'] as const;
export const statusChoices = [
  'active',
  'maintenance',
  'archived',
  'superseded',
  'closed',
  'unknown',
] as const;
export const orders = ['name', 'share', 'date'] as const;
export type Order = (typeof orders)[number];

/** What a reader filters the catalog by; an empty text filters nothing. `sort` empty: best match for words, else by name. */
export type Query = {
  words: string;
  job: string;
  verdict: string;
  license: string;
  price: string;
  status: string;
  sort: Order | '';
};
const filters = ['words', 'job', 'verdict', 'license', 'price', 'status'] as const;
export type Filter = (typeof filters)[number];
export const everything: Query = {
  ...{ words: '', job: '', verdict: '', license: '', price: '', status: '', sort: '' },
};

/** The tools that match a query, in its order; by share those without a verdict come last, by date those without a review. */
export function browse(
  query: Query,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  const { job, verdict, license, price, status, sort, words } = query;
  const inOrder = sortedByName(tools);
  const isFiltered = Boolean(job || verdict || license || price || status);
  const matching = isFiltered
    ? inOrder.filter(
        (tool) =>
          (!job || jobsOf(tool).includes(job)) &&
          (!verdict || wordOf(tool) === verdict) &&
          (!license || tool.license === license) &&
          (!price || hasPrice(tool, price)) &&
          (!status || (tool.status?.value ?? 'active') === status),
      )
    : inOrder;
  const found = searchTools(words, matching, jobName);
  const isByName = !sort || sort === 'name';
  if (!words.trim()) return isByName ? found : byRank(found, sort);
  if (!sort) return found;
  return byRank([...found].sort(compareNames), sort);
}

/** What a query finds without one of its filters, for a reader whom it shows nothing: the most telling first. */
export function withoutOne(
  query: Query,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): { field: Filter; found: number }[] {
  return filters
    .filter((field) => query[field].trim())
    .map((field) => ({ field, found: browse({ ...query, [field]: '' }, tools, jobName).length }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => a.found - b.found);
}

/** In the order of their names those with the same share, or date, which is how they come. */
function byRank(tools: readonly ToolSummary[], sort: Order | ''): readonly ToolSummary[] {
  const rank = { name: () => 0, share: panelShare, date: dateOf }[sort || 'name'];
  return [...tools].sort((a, b) => rank(b) - rank(a));
}

/** The order of tools by name, and of those of one name by id. */
export function compareNames(a: ToolSummary, b: ToolSummary): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

// Sorted once for each list, which takes a second with a long one.
const sorted = new WeakMap<readonly ToolSummary[], readonly ToolSummary[]>();

function sortedByName(tools: readonly ToolSummary[]): readonly ToolSummary[] {
  const known = sorted.get(tools) ?? [...tools].sort(compareNames);
  sorted.set(tools, known);
  return known;
}

/** Sorts a long list by name before it is browsed, a slice at a time, so that a page stays quick meanwhile. */
export async function sortInSlices(tools: readonly ToolSummary[], pause: () => Promise<void>): Promise<void> {
  let runs: ToolSummary[][] = [];
  for (let at = 0; at < tools.length; at += sliceLength) {
    runs.push(tools.slice(at, at + sliceLength).sort(compareNames));
    await pause();
  }
  while (runs.length > 1) {
    const longer: ToolSummary[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(await mergedRuns(runs[at]!, runs[at + 1] ?? [], pause));
    }
    runs = longer;
  }
  sorted.set(tools, runs[0] ?? []);
}

const sliceLength = 2_000;

async function mergedRuns(
  one: readonly ToolSummary[],
  other: readonly ToolSummary[],
  pause: () => Promise<void>,
): Promise<ToolSummary[]> {
  const all: ToolSummary[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    all.push(compareNames(one[a]!, other[b]!) <= 0 ? one[a++]! : other[b++]!);
    if (all.length % sliceLength === 0) await pause();
  }
  return all.concat(one.slice(a), other.slice(b));
}

// Created once, since one for each comparison takes a second with a long catalog.
const collator = new Intl.Collator('en', { numeric: true });

function hasPrice(tool: ToolSummary, price: string): boolean {
  return price === 'free' ? isFree({ value: tool.price }) : tool.price === price;
}

function wordOf({ votes }: ToolSummary): string {
  const count = countFromLetters(votes);
  return count ? verdictWord(count) : 'none';
}

function panelShare({ votes }: ToolSummary): number {
  const count = countFromLetters(votes);
  return count ? shareOf(count) : -1;
}

function dateOf({ reviewed }: ToolSummary): number {
  return reviewed ? Date.parse(reviewed) : 0;
}
