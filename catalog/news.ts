import type { Change } from './changes.ts';
import { ageInDays } from './staleness.ts';
import type { ToolSummary } from './tool-summary.ts';
import type { Named } from './whose.ts';

const daysOfNews = 7;

/** The kind of a change, in one word. */
export const kindInWords: Record<Change['kind'], string> = {
  verdict: 'Verdict',
  status: 'Status',
  license: 'License',
  price: 'Price',
  new: 'New',
  gone: 'Removed',
  unknown: 'Other',
};

/** The tools of a catalog by their current and former ids. */
export type ToolsById = ReadonlyMap<string, ToolSummary>;

/** All changes of one day, ISO 8601. */
export type Day = { date: string; changes: Change[] };

/** The changes of the last seven days, with those of watched tools separate, and all earlier ones. */
export type News = { watched: Day[]; others: Day[]; earlier: Day[] };

/** The tools of a catalog by id; the current id of a tool wins over the same former id of another. */
export function toolsById(index: readonly ToolSummary[]): ToolsById {
  const former = index.flatMap((tool) => (tool.formerIds ?? []).map((id) => [id, tool] as const));
  return new Map([...former, ...index.map((tool) => [tool.id, tool] as const)]);
}

/** A list of changes, newest first, grouped for a reader who watches the tools with these ids; `today` is ISO 8601. */
export function newsOf(
  changes: readonly Change[],
  watched: readonly string[],
  tools: ToolsById,
  today: string,
): News {
  const now = (id: string) => tools.get(id)?.id ?? id;
  const watchedNow = new Set(watched.map(now));
  const isRecent = ({ date }: Change) => ageInDays(date, today) < daysOfNews;
  const isWatched = ({ tool }: Change) => watchedNow.has(now(tool));
  const recent = changes.filter(isRecent);
  return {
    watched: byDay(recent.filter(isWatched)),
    others: byDay(recent.filter((change) => !isWatched(change))),
    earlier: byDay(changes.filter((change) => !isRecent(change))),
  };
}

/** A tool of the watch list; one that was removed from the catalog has its last known name. */
export type Watched = Named & { id: string; formerIds?: string[]; isGone: boolean };

/** The tools with these ids, each once and sorted by name. */
export function watchedTools(
  ids: readonly string[],
  tools: ToolsById,
  changes: readonly Change[],
): Watched[] {
  const each = ids.map((id): [string, Watched] => {
    const tool = tools.get(id);
    if (!tool) {
      const { name = id, from } = changes.find((change) => change.tool === id) ?? {};
      return [id, { id, name, from, isGone: true }];
    }
    const { name, from, formerIds } = tool;
    return [tool.id, { id: tool.id, name, from, isGone: false, ...(formerIds && { formerIds }) }];
  });
  return [...new Map(each).values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function byDay(changes: readonly Change[]): Day[] {
  return [...Map.groupBy(changes, ({ date }) => date)].map(([date, changes]) => ({ date, changes }));
}
