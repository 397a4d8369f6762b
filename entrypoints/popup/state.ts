import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { orElse } from '../../browser/or-else.ts';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import { hasAccess, type CurrentPage } from '../../browser/tabs.ts';
import { rememberRival, rememberTool } from '../../browser/user-data/recent-tools.ts';
import { dismiss, isDismissed, restore } from '../../browser/user-data/dismissed-pages.ts';
import { changeSetting, readSetting, settings, without } from '../../browser/user-data/settings.ts';
import { originOf } from '../../browser/host-access/match-patterns.ts';
import { onPage } from '../../catalog/on-page.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { own } from '../../catalog/own.ts';
import { rivalFinder, toolsToCompare } from '../../catalog/rivals.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import { view, type Context, type SearchOptions, type SearchState } from './view.ts';

/** Whether no script may run in the tab, so that its address alone says which page it is. */
export const isUnread = signal(false);
/** Whether the badge of the page is hidden, and whether it was before the popup opened. */
export const dismissal = signal({ isDismissed: false, wasDismissed: false });

/** The badge record of a page, and the page ids it was found by. */
export type Match = { badge: BadgeRecord; ids: string[] };

/** Shows a tool beside the rival chosen last for it, or else its first, if it has one; `match` is how the page led to it, if it did. */
export async function showTool(id: string, { page, catalog }: Context, match?: Match): Promise<void> {
  const [entry, lastRivals, badgeDisabled] = await Promise.all([
    catalog.entry(id),
    readSetting(settings.lastRivals),
    match !== undefined && page.host !== undefined && orElse(isBadgeDisabled(page.host), false),
    match && orElse(readDismissal(page), undefined),
  ]);
  if (!entry) return showSearch({ page, catalog });
  const { tool, layer } = entry;
  const findRival = async () =>
    (await otherTool(chosenFor(tool, lastRivals), tool, catalog)) ??
    (await otherTool(match ? match.badge.rival?.id : await firstRival(tool, catalog), tool, catalog));
  const rival = await orElse(findRival(), undefined);
  const here = match && pageIdOf(tool, match.ids);
  view.value = {
    ...{ kind: 'tool', page, catalog, tool: onPage(tool, here), layer, badgeDisabled },
    ...(rival && { rival }),
    ...(here && { here }),
  };
  await orElse(rememberTool(tool.id, page.isPrivate), undefined);
}

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

async function isBadgeDisabled(host: string): Promise<boolean> {
  const [access, disabledHosts] = await Promise.all([hasAccess(host), readSetting(settings.disabledHosts)]);
  return !access || disabledHosts.includes(host);
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

/** Asks for access to the page's host where that is missing, and takes the host off the list of turned-off sites. */
export async function enableBadge(page: CurrentPage): Promise<void> {
  // The request comes first: browsers grant it only in the same turn as the click.
  const granted = await browser.permissions.request({ origins: [originOf(page.host!)] });
  if (granted) await changeSetting(settings.disabledHosts, without(page.host!));
  const state = view.value;
  if (granted && state.kind === 'tool') view.value = { ...state, badgeDisabled: false };
}

async function readDismissal(page: CurrentPage): Promise<void> {
  const hidden = await isDismissed(page);
  dismissal.value = { isDismissed: hidden, wasDismissed: hidden };
}

/** Hides the badge on the page in the tab, or shows it again. */
export async function setDismissed(page: CurrentPage, isOn: boolean): Promise<void> {
  await (isOn ? dismiss(page) : restore(page));
  dismissal.value = { ...dismissal.value, isDismissed: isOn };
}
