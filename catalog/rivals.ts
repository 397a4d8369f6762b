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

/** All that decides whether a tool is another's best rival. */
export type Candidate = Pick<
  ToolSummary,
  'id' | 'name' | 'from' | 'job' | 'kind' | 'license' | 'price' | 'popularity'
>;

/** A function that returns the first of `rivalsOf` for any tool of `all`, without ranking all of them each time. */
export function rivalFinder(all: readonly ToolSummary[]): (tool: ToolSummary) => Candidate | undefined {
  const byId = new Map(all.map((tool) => [tool.id, tool]));
  const { best } = bestRivals(leadersOf(all));
  return (tool) => {
    const own = tool.rivals?.map((id) => byId.get(id)).find((rival) => rival && rival.id !== tool.id);
    return own ?? best(tool);
  };
}

/**
 * The two most popular of all tools with the same job, kind, license and price class, by id: whichever of those a tool is, its
 * best rival that it does not name itself is one of them.
 */
export function leadersOf(all: Iterable<Candidate>): Candidate[] {
  return leaders(all, likenessOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The `leadersOf` a catalog after some of its tools changed: `changed` are their ids, `now` those of them that are there now.
 * `open` are likenesses of which a tool that did not lead may lead now, so that all of them have to be looked at.
 */
export function leadersAfter(
  before: readonly Candidate[],
  changed: ReadonlySet<string>,
  now: readonly Candidate[],
): { leaders: Candidate[]; open: Set<string> } {
  const open = new Set<string>();
  const groups = Map.groupBy(before, likenessOf);
  const unchanged = before.filter(({ id }) => !changed.has(id));
  const leaders = leadersOf([...unchanged, ...now]);
  const groupsNow = Map.groupBy(leaders, likenessOf);
  for (const [likeness, group] of groups) {
    // One that leads alone has nobody behind it.
    if (group.length < 2 || group.every(({ id }) => !changed.has(id))) continue;
    const last = bestTwo(group, leads).at(-1)!;
    const second = bestTwo(groupsNow.get(likeness) ?? [], leads)[1];
    if (!second || leads(last, second)) open.add(likeness);
  }
  return { leaders, open };
}

/** Of a summary what decides about rivals, so that it can be stored without the rest. */
export function candidateOf({ id, name, from, job, kind, license, price, popularity }: Candidate): Candidate {
  return { id, name, from, job, kind, license, price, ...(popularity !== undefined && { popularity }) };
}

/** The job and the classes of a tool, in which other tools may be like it. */
export function likenessOf(tool: Candidate): string {
  return `${tool.job}|${classOf(tool)}`;
}

/** Whether of two tools that are alike the first is the better rival of any third. */
function leads(a: Candidate, b: Candidate): boolean {
  return (popularityInTens(b) - popularityInTens(a) || byName(a, b)) < 0;
}

/**
 * Which of the `leadersOf` a catalog is a tool's best rival, of the same job if there is another: `best`; and the two that are
 * that for any tool of the same likeness, of its job or of all jobs: `twoOfJob`, `twoOfAll`.
 */
export function bestRivals(leadersOfAll: readonly Candidate[]) {
  const byJob = Map.groupBy(leadersOfAll, ({ job }) => job);
  const anyJob = leaders(leadersOfAll, classOf);
  const known = new Map<string, Candidate[]>();
  // Tools that are alike have the same best rivals, unless it is one of them: only the first is found by looking at all.
  const two = (tool: Candidate, candidates: readonly Candidate[], group: string) => {
    const key = `${group}|${classOf(tool)}`;
    const found = known.get(key) ?? firstTwo(tool, candidates);
    known.set(key, found);
    return found;
  };
  const twoOfJob = (tool: Candidate) => two(tool, byJob.get(tool.job) ?? [], tool.job);
  const twoOfAll = (tool: Candidate) => two(tool, anyJob, '');
  const best = (tool: Candidate) =>
    [twoOfJob, twoOfAll].flatMap((of) => of(tool)).find(({ id }) => id !== tool.id);
  return { best, twoOfJob, twoOfAll };
}

function firstTwo(tool: Candidate, candidates: readonly Candidate[]): Candidate[] {
  const scores = new Map(candidates.map((rival) => [rival, scoreOf(rival, tool)]));
  return bestTwo(candidates, (a, b) => (scores.get(b)! - scores.get(a)! || byName(a, b)) < 0);
}

function leaders<T extends Candidate>(all: Iterable<T>, groupOf: (tool: T) => string): T[] {
  return [...Map.groupBy(all, groupOf).values()].flatMap((group) => bestTwo(group, leads));
}

function bestTwo<T>(list: readonly T[], isBefore: (a: T, b: T) => boolean): T[] {
  let [first, second]: (T | undefined)[] = [];
  for (const each of list) {
    if (!first || isBefore(each, first)) [first, second] = [each, first];
    else if (!second || isBefore(each, second)) second = each;
  }
  return [first, second].filter((each) => each !== undefined);
}

function classOf(tool: Candidate): string {
  return classes.map((name) => tool[name]).join('|');
}

function groupOf(rival: ToolSummary, tool: ToolSummary): number {
  const own = tool.rivals?.indexOf(rival.id) ?? -1;
  const named = tool.rivals?.length ?? 0;
  return own >= 0 ? own : rival.job === tool.job ? named : named + 1;
}

function scoreOf(rival: Candidate, tool: Candidate): number {
  let score = popularityInTens(rival);
  for (const name of classes)
    if (rival[name] === tool[name] && rival[name] !== 'unknown') score += weights[name];
  return score;
}

function popularityInTens({ popularity = 0 }: Pick<Candidate, 'popularity'>): number {
  return Math.log10(1 + popularity);
}

// Two tools may have one name.
function byName(a: Candidate, b: Candidate): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

// Created once, since one for each comparison takes a second with a long catalog.
const collator = new Intl.Collator('en');
