import { computed, signal } from '@preact/signals';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { browse, everything, orders, type Order, type Query } from '../../catalog/browse.ts';
import { jobName, type Reference } from '../../catalog/reference.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';

/** What the page shows: the list once the catalog is open, or why it is not. */
export type View =
  | { kind: 'opening' }
  | { kind: 'failed'; reason: string }
  | { kind: 'list'; reference: Reference; index: ToolSummary[] };

export const view = signal<View>({ kind: 'opening' });
export const query = signal<Query>(everything);

/** The tools that match the query, in its order. */
export const matches = computed(() => {
  const state = view.value;
  if (state.kind !== 'list') return [];
  const { index, reference } = state;
  return browse(query.value, index, (job) => jobName(reference, job));
});

/** Opens the catalog and takes the query from the address. */
export async function start(): Promise<void> {
  readQuery();
  try {
    const { reference, index } = await openCatalog();
    view.value = { kind: 'list', reference, index: await index() };
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

/** Takes the query from the address, `#words=…&job=…`, so that a list can be bookmarked. */
export function readQuery(): void {
  const params = new URLSearchParams(location.hash.slice(1));
  const text = (key: keyof Query) => params.get(key) ?? '';
  query.value = {
    words: text('words'),
    job: text('job'),
    verdict: text('verdict'),
    license: text('license'),
    price: text('price'),
    sort: orders.includes(text('sort') as Order) ? (text('sort') as Order) : '',
  };
}

/** Changes part of the query and the address, without a step in the browser's history for each letter. */
export function changeQuery(part: Partial<Query>): void {
  query.value = { ...query.value, ...part };
  const params = new URLSearchParams(Object.entries(query.value).filter(([, text]) => text));
  history.replaceState(null, '', `#${params}`);
}
