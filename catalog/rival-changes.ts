import type { Overlay } from './overlay.ts';
import { bestRivals, byGroup, groupsFor, groupsOf, leadersAfter, leadersOf } from './rival-leaders.ts';
import { candidateOf, classOf, type Candidate } from './rival-ranks.ts';
import { jobsOf, type ToolSummary } from './tool-summary.ts';

type Reading = {
  /** All summaries as they were, some at a time. */
  all(): AsyncIterable<Iterable<ToolSummary>>;
  /** Whether a tool names a rival that no other can be better than. */
  hasOwn(tool: ToolSummary): Promise<boolean>;
};

/**
 * The leaders of a catalog after some of its tools changed (`changed` by id, `now` those that are there now), and the ids of the
 * unchanged tools whose best rival is another one since. All summaries are read only where one that led does so no longer, or
 * where many tools are affected.
 */
export async function affectedByLeaders(
  before: readonly Candidate[],
  changed: ReadonlySet<string>,
  now: readonly Candidate[],
  { all, hasOwn }: Reading,
): Promise<{ leaders: Candidate[]; affected: Set<string> }> {
  const { leaders: known, open } = leadersAfter(before, changed, now);
  let leaders = known;
  if (open.size > 0)
    for await (const some of all()) {
      const found = [...some]
        .filter(({ id }) => !changed.has(id))
        .map(candidateOf)
        .filter((each) => groupsOf(each).some((group) => open.has(group)));
      if (found.length > 0) leaders = leadersOf(unique([...leaders, ...found]));
    }
  const affected = new Set<string>();
  const many = new Set<string>();
  const [was, is] = [bestRivals(before), bestRivals(leaders)];
  const groups = byGroup(leaders);
  const jobs = jobsThatDiffer(before, leaders, changed);
  for (const [name, { job, tool }] of likenesses(leaders)) {
    if (!jobs.has(job) || areSame(was.twoOfJob(job, tool), is.twoOfJob(job, tool))) continue;
    const own = groupsFor(job, tool).map((group) => groups.get(group) ?? []);
    // One that leads alone has nobody behind it.
    if (own.some((group) => group.length > 1)) many.add(name);
    else for (const { id } of own.flat()) affected.add(id);
  }
  if (many.size > 0)
    for await (const some of all())
      for (const tool of some)
        if (
          !changed.has(tool.id) &&
          likenessesOf(tool).some((name) => many.has(name)) &&
          !(await hasOwn(tool))
        )
          affected.add(tool.id);
  return { leaders, affected };
}

/** Each job with each of the classes of the tools that have it, and one of those tools. */
function likenesses(leaders: readonly Candidate[]): Map<string, { job: string; tool: Candidate }> {
  return new Map(
    leaders.flatMap((tool) =>
      jobsOf(tool).map((job, at) => [likenessesOf(tool)[at]!, { job, tool }] as const),
    ),
  );
}

function likenessesOf(tool: Candidate | ToolSummary): string[] {
  return jobsOf(tool).map((job) => `${job}|${classOf(tool)}`);
}

/** The jobs that other tools lead than before, or tools that changed. */
function jobsThatDiffer(
  before: readonly Candidate[],
  after: readonly Candidate[],
  changed: ReadonlySet<string>,
): Set<string> {
  const [old, now] = [before, after].map((list) => new Set(list.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ];
  const different = [...before, ...after].filter(({ id }) => changed.has(id) || !old.has(id) || !now.has(id));
  return new Set(different.flatMap(jobsOf));
}

function unique(all: readonly Candidate[]): Candidate[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Whether two lists name the same tools by the same names. */
function areSame(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, at) =>
      (['id', 'name', 'from', 'standing'] as const).every((key) => each[key] === b[at]![key]),
    )
  );
}

/** Enters into who names whom that a tool names other tools than before. */
export async function changeNamedBy(
  namedBy: Overlay<string[]>,
  tool: string,
  was: readonly string[] = [],
  is: readonly string[] = [],
): Promise<void> {
  for (const rival of new Set(was)) {
    const rest = ((await namedBy.get(rival)) ?? []).filter((each) => each !== tool);
    namedBy.set(rival, rest.length > 0 ? rest : undefined);
  }
  for (const rival of new Set(is)) namedBy.set(rival, [...((await namedBy.get(rival)) ?? []), tool].sort());
}
