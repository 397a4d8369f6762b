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
  const bestTwo = new Map<string, ToolSummary[]>();
  return (tool) => {
    const own = tool.rivals?.map((id) => byId.get(id)).find((rival) => rival && rival.id !== tool.id);
    return own ?? best(tool, byJob.get(tool.job) ?? [], tool.job) ?? best(tool, anyJob, '');
  };

  // Tools that are alike have the same best rivals, unless it is one of them: only the first is found by looking at all.
  function best(tool: ToolSummary, candidates: readonly ToolSummary[], group: string) {
    const key = `${group}|${classOf(tool)}`;
    const known = bestTwo.get(key) ?? firstTwo(tool, candidates);
    bestTwo.set(key, known);
    return known.find(({ id }) => id !== tool.id);
  }
}

function firstTwo(tool: ToolSummary, candidates: readonly ToolSummary[]): ToolSummary[] {
  const scored = candidates.map((rival) => ({ rival, score: scoreOf(rival, tool) }));
  const isBefore = (a: Scored, b: Scored | undefined) =>
    !b || a.score > b.score || (a.score === b.score && byName(a.rival, b.rival) < 0);
  let [first, second]: (Scored | undefined)[] = [];
  for (const each of scored) {
    if (isBefore(each, first)) [first, second] = [each, first];
    else if (isBefore(each, second)) second = each;
  }
  return [first, second].flatMap((each) => each?.rival ?? []);
}

type Scored = { rival: ToolSummary; score: number };

function classOf(tool: ToolSummary): string {
  return classes.map((name) => tool[name]).join('|');
}

// Of tools with the same kind, license and price class the most popular is every other tool's best rival, and its own is the second.
function mostPopular(tools: readonly ToolSummary[]): ToolSummary[] {
  const groups = Map.groupBy(tools, classOf);
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
  let score = popularityInTens(rival);
  for (const name of classes)
    if (rival[name] === tool[name] && rival[name] !== 'unknown') score += weights[name];
  return score;
}

function popularityInTens({ popularity = 0 }: ToolSummary): number {
  return Math.log10(1 + popularity);
}

function byName(a: ToolSummary, b: ToolSummary): number {
  return collator.compare(a.name, b.name);
}

// Created once, since one for each comparison takes a second with a long catalog.
const collator = new Intl.Collator('en');
