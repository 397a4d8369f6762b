import { computed, signal } from '@preact/signals';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { browse, everything, orders, sortInSlices, type Order, type Query } from '../../catalog/browse.ts';
import { jobName, type Reference } from '../../catalog/reference.ts';
import { rivalFinder } from '../../catalog/rivals.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';

/** What the page shows: the list once the catalog is open, or why it is not. */
export type View =
  | { kind: 'opening' }
  | { kind: 'failed'; reason: string }
  | {
      kind: 'list';
      reference: Reference;
      /** All tools, or as long as they are read the first of them. */
      index: readonly ToolSummary[];
      isWhole: boolean;
      total: number;
      rivalOf(tool: ToolSummary): string | undefined;
    };

export const view = signal<View>({ kind: 'opening' });
export const query = signal<Query>(everything);

/** The tools that match the query, in its order. */
export const matches = computed(() => {
  const state = view.value;
  if (state.kind !== 'list') return [];
  const { index, reference, isWhole } = state;
  // What is not read yet may match as well.
  if (!isWhole) return Object.values(query.value).some(Boolean) ? [] : index;
  return browse(query.value, index, (job) => jobName(reference, job));
});

/** Opens the catalog and takes the query from the address. The first tools are shown before all are read. */
export async function start(): Promise<void> {
  readQuery();
  try {
    const catalog = await openCatalog();
    const { reference, tools: total } = catalog;
    const first = await catalog.first();
    const rivals = new Map(first.map(({ tool, rival }) => [tool.id, rival]));
    view.value = {
      ...{ kind: 'list', reference, total, isWhole: false },
      index: first.map(({ tool }) => tool),
      rivalOf: ({ id }) => rivals.get(id),
    };
    await nextFrame();
    const index = await catalog.index();
    await sortInSlices(index, pause);
    const rival = rivalFinder(index);
    view.value = {
      ...{ kind: 'list', reference, index, total: index.length, isWhole: true },
      rivalOf: (tool) => rival(tool)?.id,
    };
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

/** Until what is shown is painted; at once where the page is not seen. */
function nextFrame(): Promise<void> {
  return document.hidden ? pause() : new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
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
    // Before the two were one filter, a bookmark may have named the other.
    price: text('price') === 'open source' ? 'free' : text('price'),
    status: text('status'),
    sort: orders.includes(text('sort') as Order) ? (text('sort') as Order) : '',
  };
}

/** Changes part of the query and the address, without a step in the browser's history for each letter. */
export function changeQuery(part: Partial<Query>): void {
  query.value = { ...query.value, ...part };
  const params = new URLSearchParams(Object.entries(query.value).filter(([, text]) => text));
  history.replaceState(null, '', `#${params}`);
}
