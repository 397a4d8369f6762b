import { bestRivals, leadersOf } from './rival-leaders.ts';
import {
  byName,
  candidateOf,
  compareRanks,
  scoreOf,
  sideOf,
  standingOf,
  standings,
  type Candidate,
} from './rival-ranks.ts';
import { isOver } from './status.ts';
import { jobsOf, shareJob, type ToolSummary } from './tool-summary.ts';

/**
 * A tool's rivals, the best first: those it names, in its order; only where none of them is to be offered, those of its jobs by
 * likeness and popularity before them. Each shares a job with it; none is archived, superseded or closed; those that reviewers
 * would skip come last. A tool that lists no rival (`[]`) has none, and is none to a tool that does not name it.
 */
export function rivalsOf(tool: ToolSummary, all: readonly ToolSummary[]): ToolSummary[] {
  const named = new Map(tool.rivals?.map((id, at) => [id, at]));
  const own = all.filter((each) => named.has(each.id) && isNamedRival(each, tool));
  // Who names its rivals has not left out the others by chance.
  const isComplete = own.some((each) => standingOf(each) === 'good');
  const open = isComplete
    ? []
    : all.filter((each) => !named.has(each.id) && isOpenRival(candidateOf(each), tool));
  return [...own, ...open]
    .map((rival) => ({
      rival,
      ranks: [
        standings.indexOf(standingOf(rival)),
        named.get(rival.id) ?? named.size,
        ...(named.has(rival.id) ? [] : ranksOf(rival, tool)),
      ],
    }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks) || byName(a.rival, b.rival))
    .map(({ rival }) => rival);
}

/** All other tools to choose one from that a tool is compared with: its rivals first, what is over last. */
export function toolsToCompare(tool: ToolSummary, all: readonly ToolSummary[]): ToolSummary[] {
  const rivals = rivalsOf(tool, all);
  const known = new Set(rivals);
  const others = all
    .filter((each) => each.id !== tool.id && !known.has(each))
    .map((each) => ({
      each,
      ranks: [Number(isOver(each.status)), Number(!shareJob(each, tool)), -scoreOf(each, tool)],
    }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks) || byName(a.each, b.each));
  return [...rivals, ...others.map(({ each }) => each)];
}

/** A function that returns the first of `rivalsOf` for any tool of `all`, without ranking all of them each time. */
export function rivalFinder(all: readonly ToolSummary[]): (tool: ToolSummary) => Candidate | undefined {
  const byId = new Map(all.map((tool) => [tool.id, tool]));
  const { best } = bestRivals(leadersOf(all.map(candidateOf)));
  return (tool) => {
    const named = tool.rivals?.flatMap((id) => byId.get(id) ?? []);
    return bestOf(namedRival(tool, named), best(tool));
  };
}

/** The first of the tools that a tool names which is a rival; one that reviewers would skip only where there is no other. */
export function namedRival(tool: ToolSummary, named: readonly ToolSummary[] = []): Candidate | undefined {
  const rivals = named.filter((each) => isNamedRival(each, tool));
  const first = rivals.find((each) => standingOf(each) === 'good') ?? rivals[0];
  return first && { ...candidateOf(first), standing: standingOf(first) };
}

/** The better of a tool's best rival that it names, and its best one that it does not. */
export function bestOf(named: Candidate | undefined, open: Candidate | undefined): Candidate | undefined {
  return named && (named.standing === 'good' || open?.standing !== 'good') ? named : open;
}

/** What of a tool decides how those who name it show it. */
export function lookAsNamed(tool: ToolSummary | undefined): string {
  return tool ? JSON.stringify([tool.name, tool.from, standingOf(tool), jobsOf(tool).sort()]) : '';
}

function isNamedRival(rival: ToolSummary, tool: ToolSummary): boolean {
  return rival.id !== tool.id && standingOf(rival) !== 'none' && shareJob(rival, tool);
}

function isOpenRival(rival: Candidate, tool: ToolSummary): boolean {
  return (
    rival.id !== tool.id &&
    rival.standing !== 'none' &&
    tool.rivals?.length !== 0 &&
    sideOf(rival) === sideOf(tool) &&
    shareJob(rival, tool)
  );
}

/** Where a rival that is not named stands: by the first job in common, by whether that is its main job, and by its score. */
function ranksOf(rival: ToolSummary, tool: ToolSummary): number[] {
  const jobs = jobsOf(rival);
  const at = jobsOf(tool).findIndex((job) => jobs.includes(job));
  return [at, Number(rival.job !== jobsOf(tool)[at]), -scoreOf(rival, tool)];
}
