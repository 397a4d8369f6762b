import { searchTools } from './search.ts';
import type { ToolSummary } from './tool-summary.ts';
import { countFromLetters, shareOf, verdictWord } from './verdict.ts';

export const verdictChoices = ['Ship', 'Split', 'Skip', 'none'] as const;
export const licenseChoices = [
  'open source',
  'source available',
  'custom',
  'proprietary',
  'unknown',
] as const;
export const priceChoices = ['open source', 'free', 'freemium', 'paid', 'contact sales', 'unknown'] as const;
export const orders = ['name', 'share', 'date'] as const;
export type Order = (typeof orders)[number];

/** What a reader filters the catalog by; an empty text filters nothing. `sort` empty: best match for words, else by name. */
export type Query = {
  words: string;
  job: string;
  verdict: string;
  license: string;
  price: string;
  sort: Order | '';
};
export const everything: Query = { words: '', job: '', verdict: '', license: '', price: '', sort: '' };

/** The tools that match a query, in its order; by share those without a verdict come last, by date those without a review. */
export function browse(
  query: Query,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  const { job, verdict, license, price, sort, words } = query;
  const matching = tools.filter(
    (tool) =>
      (!job || tool.job === job) &&
      (!verdict || wordOf(tool) === verdict) &&
      (!license || tool.license === license) &&
      (!price || tool.price === price),
  );
  const found = searchTools(words, matching, jobName);
  if (!sort && words.trim()) return found;
  const byName = (a: ToolSummary, b: ToolSummary) => collator.compare(a.name, b.name);
  const rank = { name: () => 0, share: panelShare, date: dateOf }[sort || 'name'];
  return [...found].sort((a, b) => rank(b) - rank(a) || byName(a, b));
}

// Created once, since one for each comparison takes a second with a long catalog.
const collator = new Intl.Collator('en', { numeric: true });

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
