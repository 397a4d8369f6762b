import * as z from 'zod/mini';
import { usableChanges, type Change } from './changes.ts';
import type { ToolSummary } from './tool-summary.ts';
import type { Named } from './whose.ts';

/** A change as a device keeps it: the day on which it came there, ISO 8601, and whether nobody has seen it yet. */
export type Arrival = Change & { arrived: string; isNew: boolean };

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

/** All changes that came on one day, ISO 8601. */
export type Day = { date: string; changes: Arrival[] };

/** What nobody has seen yet, with the changes of watched tools separate, and all that was seen. */
export type News = { watched: Day[]; others: Day[]; earlier: Day[] };

/** The stored arrivals that can be shown; what an older release stored came on its own day and was seen. */
export function usableArrivals(stored: unknown): Arrival[] {
  return usableChanges(stored).map((change) => {
    const { arrived, isNew } = change as Partial<Arrival>;
    return { ...change, arrived: day.safeParse(arrived).data ?? change.date, isNew: isNew === true };
  });
}

const day = z.iso.date();

/** The tools of a catalog by id; the current id of a tool wins over the same former id of another. */
export function toolsById(index: readonly ToolSummary[]): ToolsById {
  const former = index.flatMap((tool) => (tool.formerIds ?? []).map((id) => [id, tool] as const));
  return new Map([...former, ...index.map((tool) => [tool.id, tool] as const)]);
}

/** A list of arrivals, newest first, grouped for a reader who watches the tools with these ids. */
export function newsOf(arrivals: readonly Arrival[], watched: readonly string[], tools: ToolsById): News {
  const now = (id: string) => tools.get(id)?.id ?? id;
  const watchedNow = new Set(watched.map(now));
  const isWatched = ({ tool }: Change) => watchedNow.has(now(tool));
  const unseen = arrivals.filter(({ isNew }) => isNew);
  return {
    watched: byDay(unseen.filter(isWatched)),
    others: byDay(unseen.filter((change) => !isWatched(change))),
    earlier: byDay(arrivals.filter(({ isNew }) => !isNew)),
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

function byDay(arrivals: readonly Arrival[]): Day[] {
  return [...Map.groupBy(arrivals, ({ arrived }) => arrived)].map(([date, changes]) => ({ date, changes }));
}
