import { signal } from '@preact/signals';
import type { CurrentPage } from '../../browser/current-page.ts';
import { keepSaid } from '../../browser/page-says.ts';
import { readPage } from '../../browser/read-page.ts';
import { bringBack, isPutAway, putAway } from '../../browser/wrong-pages.ts';
import { pageKey } from '../../catalog/page-key.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { PageFacts } from '../../sites/site.ts';

const graceMs = 60;

/** What the page in the tab states; missing until it is read. */
export const facts = signal<PageFacts | undefined>(undefined);

/** Whether the mark of the page is put away as wrong, and whether it was before the popup opened. */
export const away = signal({ isAway: false, wasAway: false });

/** Begins to read what the page states; `soon` is there when that is done, or after a grace in which nobody misses the popup. */
export function beginReading(asked: Promise<CurrentPage>): {
  soon: Promise<unknown>;
  done: Promise<PageFacts>;
} {
  const done = asked.then(readPage).then((read) => (facts.value = read));
  // A tab that cannot be asked for is told of where its address is missed.
  const calm = done.catch(() => {});
  return { soon: Promise.race([calm, new Promise((end) => setTimeout(end, graceMs))]), done };
}

/** The page id by which the catalog knows a tool's page: one of the address, or of what the page was forked from. */
export function pageOf({ pages, formerPages = [] }: Tool, ids: readonly string[]): string | undefined {
  const own = new Set([...pages, ...formerPages].map(pageKey));
  return ids.find((id) => own.has(id));
}

/** The page id, in a list, of what the page says it was forked from; empty where it says none. */
export function originals(): string[] {
  return facts.value?.forkOf ? [pageKey(facts.value.forkOf)] : [];
}

/** Has comparisons show what the page states, while its tab is open; what a fork states is not about the tool. */
export async function keepFacts({ tabId: id, isPrivate, pageIds }: CurrentPage, tool: string, page: string) {
  if (id === undefined || !facts.value || !pageIds.includes(page)) return;
  // What is not kept is missed by nobody but the comparison.
  await keepSaid({ id, incognito: isPrivate }, { tool, page, facts: facts.value }).catch(() => {});
}

/** Reads whether the mark of the page was put away. */
export async function readAway(page: CurrentPage): Promise<void> {
  const isAway = await isPutAway(page);
  away.value = { isAway, wasAway: isAway };
}

export async function hide(page: CurrentPage): Promise<void> {
  await putAway(page);
  away.value = { ...away.value, isAway: true };
}

/** Takes `hide` back. */
export async function show(page: CurrentPage): Promise<void> {
  await bringBack(page);
  away.value = { ...away.value, isAway: false };
}
