import { signal } from '@preact/signals';
import type { CurrentPage } from '../../browser/tabs.ts';
import { storeTabFacts } from '../../browser/page-facts/tab-facts.ts';
import { readActiveTab } from '../../browser/page-facts/inject.ts';
import { restore, isDismissed, dismiss } from '../../browser/user-data/dismissed-pages.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { PageFacts } from '../../sites/site.ts';

const graceMs = 60;

/** What the page in the tab states; missing until it is read. */
export const facts = signal<PageFacts | undefined>(undefined);

/** Whether the mark of the page is put away as wrong, and whether it was before the popup opened. */
export const dismissal = signal({ isDismissed: false, wasDismissed: false });

/** Begins to read what the page states; `soon` is there when that is done, or after a grace in which nobody misses the popup. */
export function beginReading(asked: Promise<CurrentPage>): {
  soon: Promise<unknown>;
  done: Promise<PageFacts>;
} {
  const done = asked.then(readActiveTab).then((read) => (facts.value = read));
  // A tab that cannot be asked for is told of where its address is missed.
  const calm = done.catch(() => {});
  return { soon: Promise.race([calm, new Promise((end) => setTimeout(end, graceMs))]), done };
}

/** The page id by which the catalog knows a tool's page: one of the address, or of what the page was forked from. */
export function pageOf({ pages, formerPages = [] }: Tool, ids: readonly string[]): string | undefined {
  const own = new Set([...pages, ...formerPages].map(normalizePageId));
  return ids.find((id) => own.has(id));
}

/** The page id, in a list, of what the page says it was forked from; empty where it says none. */
export function upstreamIds(): string[] {
  return facts.value?.forkOf ? [normalizePageId(facts.value.forkOf)] : [];
}

/** Has comparisons show what the page states, while its tab is open; what a fork states is not about the tool. */
export async function storeFacts({ tabId: id, isPrivate, pageIds }: CurrentPage, tool: string, page: string) {
  if (id === undefined || !facts.value || !pageIds.includes(page)) return;
  // What is not kept is missed by nobody but the comparison.
  await storeTabFacts({ id, incognito: isPrivate }, { tool, page, facts: facts.value }).catch(() => {});
}

/** Reads whether the mark of the page was put away. */
export async function readDismissal(page: CurrentPage): Promise<void> {
  const hidden = await isDismissed(page);
  dismissal.value = { isDismissed: hidden, wasDismissed: hidden };
}

export async function dismissHere(page: CurrentPage): Promise<void> {
  await dismiss(page);
  dismissal.value = { ...dismissal.value, isDismissed: true };
}

/** Takes `hide` back. */
export async function restoreHere(page: CurrentPage): Promise<void> {
  await restore(page);
  dismissal.value = { ...dismissal.value, isDismissed: false };
}
