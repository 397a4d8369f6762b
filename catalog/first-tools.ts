import { compareNames } from './browse.ts';
import type { ToolSummary } from './tool-summary.ts';

/** A tool at the top of the list of all tools, and the id of its first rival. */
export type FirstTool = { tool: ToolSummary; rival?: string | undefined };

/** As many as the page of all tools shows at first. */
const firstCount = 100;

/** The first tools by name, in that order: what the page of all tools shows before it has read the others. */
export function firstByName(all: Iterable<ToolSummary>): ToolSummary[] {
  let first: ToolSummary[] = [];
  let more: ToolSummary[] = [];
  const take = () => {
    first = [...first, ...more].sort(compareNames).slice(0, firstCount);
    more = [];
  };
  for (const tool of all) {
    const last = first.length < firstCount ? undefined : first.at(-1);
    if (last && compareNames(tool, last) > 0) continue;
    more.push(tool);
    if (more.length >= firstCount) take();
  }
  take();
  return first;
}

/**
 * The first tools after some of a catalog changed: `changed` are their ids, `now` those of them that are there now. `all` reads all
 * tools as they were, some at a time; only where one may have come forward that was not among the first.
 */
export async function updatedFirst(
  before: readonly ToolSummary[],
  changed: ReadonlySet<string>,
  now: readonly ToolSummary[],
  all: () => AsyncIterable<Iterable<ToolSummary>>,
): Promise<ToolSummary[]> {
  const last = before.length < firstCount ? undefined : before.at(-1);
  const pool = [...before.filter(({ id }) => !changed.has(id)), ...now];
  const known = last ? pool.filter((tool) => compareNames(tool, last) <= 0) : pool;
  if (!last || known.length >= firstCount) return firstByName(known);
  let first = firstByName(now);
  for await (const some of all())
    first = firstByName([...first, ...[...some].filter(({ id }) => !changed.has(id))]);
  return first;
}
