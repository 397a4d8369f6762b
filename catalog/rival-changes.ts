import type { Overlay } from './overlay.ts';
import { bestRivals, candidateOf, leadersAfter, leadersOf, likenessOf, type Candidate } from './rivals.ts';
import type { ToolSummary } from './tool-summary.ts';

type Reading = {
  /** All summaries as they were, some at a time. */
  all(): AsyncIterable<Iterable<ToolSummary>>;
  /** Whether a tool names a rival that there is. */
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
      const found = [...some].filter((each) => !changed.has(each.id) && open.has(likenessOf(each)));
      if (found.length > 0) leaders = leadersOf(unique([...leaders, ...found.map(candidateOf)]));
    }
  const affected = new Set<string>();
  const many = new Set<string>();
  const [was, is] = [bestRivals(before), bestRivals(leaders)];
  const groups = Map.groupBy(leaders, likenessOf);
  const jobs = Map.groupBy(leaders, ({ job }) => job);
  for (const [likeness, group] of groups) {
    const [tool] = group as [Candidate];
    if (areSame(was.twoOfJob(tool), is.twoOfJob(tool))) continue;
    // One that leads alone has nobody behind it.
    if (group.length > 1) many.add(likeness);
    else affected.add(tool.id);
  }
  for (const [tool, ...others] of jobs.values())
    if (others.length === 0 && !areSame(was.twoOfAll(tool!), is.twoOfAll(tool!))) affected.add(tool!.id);
  if (many.size > 0)
    for await (const some of all())
      for (const tool of some)
        if (many.has(likenessOf(tool)) && !changed.has(tool.id) && !(await hasOwn(tool)))
          affected.add(tool.id);
  return { leaders, affected };
}

function unique(all: readonly Candidate[]): Candidate[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Whether two lists name the same tools by the same names. */
function areSame(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  return (
    a.length === b.length &&
    a.every((each, at) => each.id === b[at]!.id && each.name === b[at]!.name && each.from === b[at]!.from)
  );
}

/** Enters into who names whom that a tool names other rivals than before. */
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
