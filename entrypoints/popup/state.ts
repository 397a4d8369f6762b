import { signal } from '@preact/signals';
import { orElse } from '../../browser/or-else.ts';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import { rememberRival, rememberTool } from '../../browser/user-data/recent-tools.ts';
import { changeSetting, readSetting, settings } from '../../browser/user-data/settings.ts';
import { onPage } from '../../catalog/on-page.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { own } from '../../catalog/own.ts';
import { rivalFinder, rivalsOf, toolsToCompare } from '../../catalog/rivals.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { whoseVerdict } from '../../catalog/verdict-of.ts';
import { statusOf, successorTool } from '../../catalog/status.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import type { FoundLink } from '../../components/use-link.ts';
import { toolOfLink } from '../../browser/tool-of-link.ts';
import { openSeat, view, type Context, type SearchOptions, type SearchState } from './view.ts';

/** Whether no script may run in the tab, so that its address alone says which page it is. */
export const isUnread = signal(false);

/** The badge record of a page, and the page ids it was found by. */
export type Match = { badge: BadgeRecord; ids: string[] };

/** How a tool was found: by the page in the tab, or by a link to a page of it. */
type Found = { match?: Match | undefined; linked?: string | undefined };

/** Shows a tool beside the rival chosen last for it, or else its first, if it has one. */
export async function showTool(
  id: string,
  { page, catalog }: Context,
  { match, linked }: Found = {},
): Promise<void> {
  const [entry, lastRivals] = await Promise.all([catalog.entry(id), readSetting(settings.lastRivals)]);
  if (!entry) return showSearch({ page, catalog });
  const { tool, layer } = entry;
  const findRival = async () =>
    (await otherTool(chosenFor(tool, lastRivals), tool, catalog)) ??
    (await otherTool(match ? match.badge.rival?.id : await firstRival(tool, catalog), tool, catalog));
  const rival = await orElse(findRival(), undefined);
  const here = match && pageIdOf(tool, match.ids);
  openSeat.value = undefined;
  view.value = {
    ...{ kind: 'tool', page, catalog, tool: onPage(tool, here ?? linked), layer },
    ...(rival && { rival }),
    ...(here && { here }),
  };
  void orElse(loadAlternatives(), undefined);
  await orElse(rememberTool(tool.id, page.isPrivate), undefined);
}

// Nobody waits for a large catalog's list to be read.
async function loadAlternatives(): Promise<void> {
  const state = view.value;
  if (state.kind !== 'tool') return;
  const { tool, catalog } = state;
  const index = await catalog.index();
  const summary = summaryOf(tool, catalog.reference, tool.from);
  const next = successorTool(statusOf(tool));
  const successor = index.find(({ id }) => id === next);
  const now = view.value;
  if (now.kind !== 'tool' || now.tool !== tool) return;
  view.value = {
    ...now,
    alternatives: rivalsOf(summary, index).slice(0, maxAlternatives),
    ...(successor && { successor }),
  };
}

// As many as the popup has room for.
const maxAlternatives = 3;

async function otherTool(id: string | undefined, tool: Tool, catalog: CatalogReader) {
  return id === undefined || id === tool.id ? undefined : (await catalog.entry(id))?.tool;
}

async function firstRival(
  tool: AttributedTool,
  { reference, index }: CatalogReader,
): Promise<string | undefined> {
  return rivalFinder(await index())(summaryOf(tool, reference, tool.from))?.id;
}

// The tool may have had another id when its rival was chosen.
function chosenFor({ id, formerIds = [] }: Tool, lastRivals: Record<string, string>): string | undefined {
  return [id, ...formerIds].map((each) => own(lastRivals, each)).find((rival) => rival !== undefined);
}

/** Loads the tools that can be chosen as the rival. */
export async function loadRivals(): Promise<void> {
  const state = view.value;
  if (state.kind !== 'tool' || state.rivals) return;
  const { tool, catalog } = state;
  const rivals = toolsToCompare(summaryOf(tool, catalog.reference, tool.from), await catalog.index());
  if (view.value === state) view.value = { ...state, rivals };
}

// One of the ids of the address, or the id of the repository it was forked from.
function pageIdOf({ pages, formerPages = [] }: Tool, ids: readonly string[]): string | undefined {
  const own = new Set([...pages, ...formerPages].map(normalizePageId));
  return ids.find((id) => own.has(id));
}

/** Changes the rival and remembers it for this tool. */
export async function chooseRival(id: string): Promise<void> {
  const state = view.value;
  if (state.kind !== 'tool') return;
  const entry = await state.catalog.entry(id);
  if (!entry) return;
  // First, since a person may close the popup as soon as the rival is shown.
  await orElse(rememberRival(state.tool.id, id, state.page.isPrivate), undefined);
  view.value = { ...state, rival: entry.tool };
}

/** Shows the search over all tools, and the recent tools. */
export async function showSearch(
  { page, catalog }: Context,
  { back, cleared, instead }: SearchOptions = {},
): Promise<void> {
  const ids = await readSetting(settings.recentTools);
  const entries = await Promise.all(ids.map((id) => orElse(catalog.entry(id), undefined)));
  // One tool may be among them by a former id and by its own.
  const found = new Map(entries.flatMap((entry) => (entry ? [[entry.tool.id, entry.tool] as const] : [])));
  const recent = [...found.values()].map((tool) => summaryOf(tool, catalog.reference, tool.from));
  const state: SearchState = {
    ...{ kind: 'search', page, catalog, recent },
    ...(back && { back }),
    ...(cleared && { cleared }),
    ...(instead && { instead }),
  };
  view.value = state;
  const tools = await catalog.index();
  if (view.value === state) view.value = { ...state, tools };
}

/** What a pasted text leads to as a link, as the search shows it. */
export async function findLink(text: string, { catalog }: Context): Promise<FoundLink | undefined> {
  const target = await toolOfLink(text, catalog);
  if (!target) return undefined;
  if (!('tool' in target)) return { none: `No tool in the catalog is at “${target.missing}”.` };
  const { tool } = target;
  const summary = summaryOf(tool, catalog.reference, tool.from);
  // The verdict of a family is not shown as that of its model.
  return { tool: whoseVerdict(tool) ? { ...summary, votes: '' } : summary, page: tool.page! };
}

/** Clears the recent tools; `undoClear` brings them back. */
export async function clearRecent(context: Context & SearchOptions): Promise<void> {
  let cleared: string[] = [];
  await changeSetting(settings.recentTools, (before) => ((cleared = before), []));
  await showSearch(context, { ...context, cleared });
}

export async function undoClear({ cleared = [], ...context }: Context & SearchOptions): Promise<void> {
  await changeSetting(settings.recentTools, (after) => [...new Set([...after, ...cleared])]);
  await showSearch(context, context);
}
