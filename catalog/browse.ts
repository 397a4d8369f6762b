import { searchTools } from './search.ts';
import type { ToolSummary } from './tool-summary.ts';
import { countFromLetters, verdictWord } from './verdict.ts';

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

/** What a reader asks of the catalog; an empty text asks nothing. `sort` empty: best match for words, else by name. */
export type Query = {
  words: string;
  job: string;
  verdict: string;
  license: string;
  price: string;
  sort: Order | '';
};
export const everything: Query = { words: '', job: '', verdict: '', license: '', price: '', sort: '' };

/** The tools that answer a query, in its order; without a verdict a tool stands last by share, unjudged last by date. */
export function browse(
  query: Query,
  tools: readonly ToolSummary[],
  jobName: (job: string) => string,
): readonly ToolSummary[] {
  const { job, verdict, license, price, sort, words } = query;
  const fitting = tools.filter(
    (tool) =>
      (!job || tool.job === job) &&
      (!verdict || wordOf(tool) === verdict) &&
      (!license || tool.license === license) &&
      (!price || tool.price === price),
  );
  const found = searchTools(words, fitting, jobName);
  if (!sort && words.trim()) return found;
  const byName = (a: ToolSummary, b: ToolSummary) => collator.compare(a.name, b.name);
  const rank = { name: () => 0, share: shareOf, date: dateOf }[sort || 'name'];
  return [...found].sort((a, b) => rank(b) - rank(a) || byName(a, b));
}

// Made once: a comparison of its own for each pair costs a second for a long catalog.
const collator = new Intl.Collator('en', { numeric: true });

function wordOf({ votes }: ToolSummary): string {
  const count = countFromLetters(votes);
  return count ? verdictWord(count) : 'none';
}

function shareOf({ votes }: ToolSummary): number {
  const count = countFromLetters(votes);
  return count ? count.ship / count.of : -1;
}

function dateOf({ judged }: ToolSummary): number {
  return judged ? Date.parse(judged) : 0;
}
