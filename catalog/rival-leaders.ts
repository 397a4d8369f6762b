import { append } from './append.ts';
import {
  byName,
  classOf,
  compareRanks,
  popularityInTens,
  scoreOf,
  sideOf,
  standings,
  type Candidate,
  type Classes,
  type Standing,
} from './rival-ranks.ts';
import { jobsOf, type ToolSummary } from './tool-summary.ts';

/**
 * The leaders of each group of tools that are alike, by id: whichever of those a tool is, its best rival that it does not name
 * itself is one of the two most popular of a group.
 */
export function leadersOf(all: Iterable<Candidate>): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const each of all)
    for (const group of groupsOf(each)) {
      const two = groups.get(group) ?? [];
      groups.set(group, bestTwo([...two, each], leads));
    }
  const byId = new Map([...groups.values()].flat().map((each) => [each.id, each]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The `leadersOf` a catalog after some of its tools changed: `changed` are their ids, `now` those of them that are there now.
 * `open` are groups of which a tool that did not lead may lead now, so that all of them have to be looked at.
 */
export function leadersAfter(
  before: readonly Candidate[],
  changed: ReadonlySet<string>,
  now: readonly Candidate[],
): { leaders: Candidate[]; open: Set<string> } {
  const open = new Set<string>();
  const leaders = leadersOf([...before.filter(({ id }) => !changed.has(id)), ...now]);
  const groupsNow = byGroup(leaders);
  for (const [name, group] of byGroup(before)) {
    // One that leads alone has nobody behind it.
    if (group.length < 2 || group.every(({ id }) => !changed.has(id))) continue;
    const last = bestTwo(group, leads).at(-1)!;
    const second = bestTwo(groupsNow.get(name) ?? [], leads)[1];
    if (!second || leads(last, second)) open.add(name);
  }
  return { leaders, open };
}

/** Candidates by each of their groups. */
export function byGroup(all: Iterable<Candidate>): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const each of all) for (const name of groupsOf(each)) append(groups, name, each);
  return groups;
}

/** A group for each job of a tool: of those that have it too, as their main job or as another, and are of the same classes and standing. */
export function groupsOf(tool: Candidate): string[] {
  return jobsOf(tool).map((job, at) => groupName(job, tool, at === 0, tool.standing));
}

/** The groups in which a tool of these classes may be that has this job. */
export function groupsFor(job: string, tool: Classes): string[] {
  return standings.flatMap((standing) =>
    [true, false].map((isMain) => groupName(job, tool, isMain, standing)),
  );
}

function groupName(job: string, tool: Classes, isMain: boolean, standing: Standing): string {
  return [job, classOf(tool), isMain, standing].join('|');
}

/** Whether of two tools of one group the first is the better rival of any third. */
function leads(a: Candidate, b: Candidate): boolean {
  return (popularityInTens(b) - popularityInTens(a) || byName(a, b)) < 0;
}

/**
 * Which of the `leadersOf` a catalog is a tool's best rival that it does not name: `best`; and the two that are that for any
 * tool of its classes with one job: `twoOfJob`.
 */
export function bestRivals(leadersOfAll: readonly Candidate[]) {
  const byJob = new Map<string, Candidate[]>();
  for (const each of leadersOfAll) for (const job of jobsOf(each)) append(byJob, job, each);
  const known = new Map<string, Candidate[]>();
  // Tools that are alike have the same best rivals, unless it is one of them: only the first is found by looking at all.
  const twoOfJob = (job: string, tool: Classes): Candidate[] => {
    const key = `${job}|${classOf(tool)}`;
    const found = known.get(key) ?? firstTwo(job, tool, byJob.get(job) ?? []);
    known.set(key, found);
    return found;
  };
  const best = (tool: ToolSummary): Candidate | undefined => {
    if (tool.rivals?.length === 0) return undefined;
    const found = jobsOf(tool)
      .flatMap((job) => twoOfJob(job, tool))
      .filter(({ id }) => id !== tool.id);
    return found.find(({ standing }) => standing === 'good') ?? found[0];
  };
  return { best, twoOfJob };
}

function firstTwo(job: string, tool: Classes, candidates: readonly Candidate[]): Candidate[] {
  const ranks = new Map<Candidate, number[]>();
  for (const each of candidates) {
    if (each.standing === 'none' || sideOf(each) !== sideOf(tool)) continue;
    const behind = [standings.indexOf(each.standing), Number(each.job !== job), -scoreOf(each, tool)];
    ranks.set(each, behind);
  }
  return bestTwo(
    [...ranks.keys()],
    (a, b) => (compareRanks(ranks.get(a)!, ranks.get(b)!) || byName(a, b)) < 0,
  );
}

function bestTwo<T>(list: readonly T[], isBefore: (a: T, b: T) => boolean): T[] {
  let [first, second]: (T | undefined)[] = [];
  for (const each of list) {
    if (!first || isBefore(each, first)) [first, second] = [each, first];
    else if (!second || isBefore(each, second)) second = each;
  }
  return [first, second].filter((each) => each !== undefined);
}
