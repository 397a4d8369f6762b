import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { orElse } from '../../browser/or-else.ts';
import { readActiveTab } from '../../browser/page-facts/inject.ts';
import { storeTabFacts } from '../../browser/page-facts/tab-facts.ts';
import { currentPage, type CurrentPage } from '../../browser/tabs.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { readBadge } from './badge-state.ts';
import { isUnread, showSearch, showTool, type Match } from './state.ts';
import { facts, view } from './view.ts';

// Nobody notices so short a wait, and most pages are read within it.
const graceMs = 60;

/**
 * Finds out what the tab is about and shows it; what the page states is added as soon as it is read. Where the headline is
 * shown, the document is known to be a tool's page, so nothing waits for its reading.
 */
export async function load(isHeadlineShown: boolean): Promise<void> {
  try {
    const tab = orElse(currentPage(), { pageIds: [], isPrivate: true });
    const reading = orElse(
      tab.then(readActiveTab).then((read) => {
        if (!isHeadlineShown || !read.isUnread) facts.value = read.facts;
        isUnread.value = Boolean(read.isUnread);
        return read;
      }),
      undefined,
    );
    const soon = Promise.race([reading, new Promise<undefined>((end) => setTimeout(end, graceMs))]);
    const [page, catalog] = await Promise.all([tab, openCatalog()]);
    const match = (await find(page.pageIds, catalog)) ?? (await soon.then(() => find(statedIds(), catalog)));
    const noPage = isHeadlineShown ? undefined : (await soon)?.noPage;
    await readBadge(page, match !== undefined);
    if (noPage) return await showSearch({ page, catalog }, { instead: { noPage, tool: match?.badge } });
    await (match ? showTool(match.badge.tool, { page, catalog }, { match }) : showSearch({ page, catalog }));
    const read = await reading;
    if (read?.noPage && isShownHere(match))
      return await showSearch({ page, catalog }, { instead: { noPage: read.noPage, tool: match?.badge } });
    const late = match ? undefined : await find(statedIds(), catalog);
    if (late && !isInUse()) {
      await readBadge(page, true);
      await showTool(late.badge.tool, { page, catalog }, { match: late });
    }
    await storeFacts(page);
  } catch (error) {
    if (view.value.kind === 'opening' || view.value.kind === 'headline')
      view.value = { kind: 'failed', reason: (error as Error).message };
    else console.error('The popup could not be completed.', error);
  }
}

async function find(ids: string[], catalog: CatalogReader): Promise<Match | undefined> {
  const badge = ids.length > 0 ? await catalog.badgeOfPage(ids) : undefined;
  return badge && { badge, ids };
}

/** The page ids of what the page says it was forked or built from; empty where it says neither. */
function statedIds(): string[] {
  const { forkOf, repository } = facts.value ?? {};
  return [forkOf, repository].flatMap((id) => (id ? [normalizePageId(id)] : []));
}

/** Whether the popup still shows what the address led to. */
function isShownHere(match: Match | undefined): boolean {
  const state = view.value;
  return match ? state.kind === 'tool' && state.tool.id === match.badge.tool : !isInUse();
}

// A slow page must not replace a search that someone has begun.
function isInUse(): boolean {
  const isFirstSearch = view.value.kind === 'search' && !view.value.back;
  return !isFirstSearch || Boolean(document.querySelector<HTMLInputElement>('[role=combobox]')?.value);
}

// Comparisons show what the page states while its tab is open; what a fork states is not about the tool.
async function storeFacts({ tabId: id, isPrivate, pageIds }: CurrentPage): Promise<void> {
  const state = view.value;
  if (state.kind !== 'tool' || !state.here || id === undefined || !facts.value) return;
  if (!pageIds.includes(state.here)) return;
  const stated = { tool: state.tool.id, page: state.here, facts: facts.value };
  // Where it cannot be stored, only a row of the comparison is missing.
  await storeTabFacts({ id, incognito: isPrivate }, stated).catch(() => {});
}
