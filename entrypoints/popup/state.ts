import { signal } from '@preact/signals';
import { openCatalog, type CatalogReader } from '../../browser/catalog-store.ts';
import { currentPage, hasAccess, originOf, type CurrentPage } from '../../browser/current-page.ts';
import { rememberRival, rememberSeen } from '../../browser/seen-last.ts';
import { settings } from '../../browser/settings.ts';
import { readSetting, writeSetting } from '../../browser/stored-settings.ts';
import { rivalsOf } from '../../catalog/rivals.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import browser from 'webextension-polyfill';

type Opened = { page: CurrentPage; catalog: CatalogReader };
/** A search may lead back to the tool it was opened from, and a cleared list may be undone. */
type Searching = { back?: ToolShown; cleared?: string[] };
export type ToolShown = Opened & {
  kind: 'tool';
  tool: Tool;
  rival?: Tool;
  rivals: ToolSummary[];
  marksOff: boolean;
};
export type SearchShown = Opened & Searching & { kind: 'search'; seen: ToolSummary[] };
/** What the popup shows: one of these at a time. */
export type View = { kind: 'opening' } | { kind: 'failed'; reason: string } | SearchShown | ToolShown;

export const view = signal<View>({ kind: 'opening' });

/** Finds out what the tab is about and shows it. */
export async function start(): Promise<void> {
  try {
    const [page, catalog] = await Promise.all([currentPage(), openCatalog()]);
    const id = await catalog.toolOfPage(page.pageIds);
    await (id ? showTool(id, { page, catalog }, true) : showSearch({ page, catalog }));
  } catch (error) {
    view.value = { kind: 'failed', reason: (error as Error).message };
  }
}

/** Shows a tool, beside the rival chosen last for its job or else its first. */
export async function showTool(id: string, { page, catalog }: Opened, isOfPage = false): Promise<void> {
  const [tool, lastRivals, marksOff] = await Promise.all([
    catalog.tool(id),
    readSetting(settings.lastRivals),
    isOfPage && page.host !== undefined && areMarksOff(page.host),
  ]);
  if (!tool) return showSearch({ page, catalog });
  const rivals = rivalsOf(summaryOf(tool, catalog.reference), catalog.index);
  const last = rivals.find((rival) => rival.id === lastRivals[tool.job]) ?? rivals[0];
  const rival = last && (await catalog.tool(last.id));
  view.value = { kind: 'tool', page, catalog, tool, rivals, marksOff, ...(rival && { rival }) };
  await rememberSeen(tool.id, page.isPrivate);
}

async function areMarksOff(host: string): Promise<boolean> {
  const [access, offHosts] = await Promise.all([hasAccess(host), readSetting(settings.offHosts)]);
  return !access || offHosts.includes(host);
}

/** Changes the rival and remembers it for this job. */
export async function chooseRival(id: string): Promise<void> {
  const shown = view.value;
  if (shown.kind !== 'tool') return;
  const rival = await shown.catalog.tool(id);
  if (!rival) return;
  view.value = { ...shown, rival };
  await rememberRival(shown.tool.job, id, shown.page.isPrivate);
}

/** Shows the search over all tools and those seen last. */
export async function showSearch(
  { page, catalog }: Opened,
  { back, cleared }: Searching = {},
): Promise<void> {
  const ids = await readSetting(settings.seenLast);
  const seen = ids.flatMap((id) => catalog.index.filter((tool) => tool.id === id));
  view.value = { kind: 'search', page, catalog, seen, ...(back && { back }), ...(cleared && { cleared }) };
}

/** Forgets the tools seen last; `undoClear` puts them back. */
export async function clearSeen(opened: Opened & Searching): Promise<void> {
  const cleared = await readSetting(settings.seenLast);
  await writeSetting(settings.seenLast, []);
  await showSearch(opened, { ...opened, cleared });
}

export async function undoClear({ cleared = [], ...opened }: Opened & Searching): Promise<void> {
  await writeSetting(settings.seenLast, cleared);
  await showSearch(opened, opened);
}

/** Asks for the right to this very host where it is missing, and ends an exception made for it in the options. */
export async function allowMarks(page: CurrentPage): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  const granted = await browser.permissions.request({ origins: [originOf(page.host!)] });
  const offHosts = await readSetting(settings.offHosts);
  if (granted)
    await writeSetting(
      settings.offHosts,
      offHosts.filter((host) => host !== page.host),
    );
  const shown = view.value;
  if (granted && shown.kind === 'tool') view.value = { ...shown, marksOff: false };
}
