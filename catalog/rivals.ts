import type { ToolSummary } from './tool-summary.ts';

// How much each similarity weighs; one point of popularity is ten times the stars.
const weights = { kind: 1, license: 0.5, price: 0.5 } as const;
const classes = ['kind', 'license', 'price'] as const;

/**
 * All other tools, the best alternatives first: the tool's own rivals in its order, then the same job, then the rest;
 * within each group by similarity (kind, license class, price class) plus popularity, then by name.
 */
export function rivalsOf(tool: ToolSummary, all: readonly ToolSummary[]): ToolSummary[] {
  return all
    .filter(({ id }) => id !== tool.id)
    .map((rival) => ({ rival, group: groupOf(rival, tool), score: scoreOf(rival, tool) }))
    .sort((a, b) => a.group - b.group || b.score - a.score || byName(a.rival, b.rival))
    .map(({ rival }) => rival);
}

/** A function that returns the first of `rivalsOf` for any tool of `all`, without ranking all of them each time. */
export function rivalFinder(all: readonly ToolSummary[]): (tool: ToolSummary) => ToolSummary | undefined {
  const byId = new Map(all.map((tool) => [tool.id, tool]));
  const byJob = new Map(
    [...Map.groupBy(all, ({ job }) => job)].map(([job, tools]) => [job, mostPopular(tools)]),
  );
  const anyJob = mostPopular(all);
  return (tool) => {
    const own = tool.rivals?.map((id) => byId.get(id)).find((rival) => rival !== undefined);
    return own ?? rivalsOf(tool, byJob.get(tool.job) ?? [])[0] ?? rivalsOf(tool, anyJob)[0];
  };
}

// Of tools with the same kind, license and price class the most popular is every other tool's best rival, and its own is the second.
function mostPopular(tools: readonly ToolSummary[]): ToolSummary[] {
  const groups = Map.groupBy(tools, (tool) => classes.map((name) => tool[name]).join('|'));
  return [...groups.values()].flatMap((group) =>
    group.sort((a, b) => popularityInTens(b) - popularityInTens(a) || byName(a, b)).slice(0, 2),
  );
}

function groupOf(rival: ToolSummary, tool: ToolSummary): number {
  const own = tool.rivals?.indexOf(rival.id) ?? -1;
  const named = tool.rivals?.length ?? 0;
  return own >= 0 ? own : rival.job === tool.job ? named : named + 1;
}

function scoreOf(rival: ToolSummary, tool: ToolSummary): number {
  const similarities = classes.filter((name) => rival[name] === tool[name] && rival[name] !== 'unknown');
  return similarities.reduce((sum, name) => sum + weights[name], popularityInTens(rival));
}

function popularityInTens({ popularity = 0 }: ToolSummary): number {
  return Math.log10(1 + popularity);
}

function byName(a: ToolSummary, b: ToolSummary): number {
  return a.name.localeCompare(b.name, 'en');
}
