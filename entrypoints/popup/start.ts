import { openCatalog, type CatalogReader } from '../../browser/catalog-db/open-catalog.ts';
import { currentPage } from '../../browser/tabs.ts';
import { showSearch, showTool, view, type Found } from './state.ts';
import { beginReading, storeFacts, upstreamIds } from './this-page.ts';

/** Finds out what the tab is about and shows it; what the page states is put in as soon as it is read. */
export async function start(): Promise<void> {
  try {
    const asked = currentPage();
    const { soon, done } = beginReading(asked);
    const [page, catalog] = await Promise.all([asked, openCatalog()]);
    const opened = { page, catalog };
    const found =
      (await find(page.pageIds, catalog)) ?? (await soon.then(() => find(upstreamIds(), catalog)));
    await (found ? showTool(found.badge.tool, opened, found) : showSearch(opened));
    await done;
    const late = found ? undefined : await find(upstreamIds(), catalog);
    if (late && !isSearching()) await showTool(late.badge.tool, opened, late);
    const shown = view.value;
    if (shown.kind === 'tool' && shown.here) await storeFacts(page, shown.tool.id, shown.here);
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

async function find(ids: string[], catalog: CatalogReader): Promise<Found | undefined> {
  const badge = ids.length > 0 ? await catalog.badgeOfPage(ids) : undefined;
  return badge && { badge, ids };
}

// Nobody's search is taken away because a page was slow to be read.
function isSearching(): boolean {
  const isOwn = view.value.kind === 'search' && !view.value.back;
  return !isOwn || Boolean(document.querySelector<HTMLInputElement>('[role=combobox]')?.value);
}
