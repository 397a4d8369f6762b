import { isOver } from './status.ts';
import type { ToolSummary } from './tool-summary.ts';
import { countFromLetters, verdictWord } from './verdict.ts';

// How much each similarity weighs; one point of popularity is ten times the stars.
const weights = { kind: 1, license: 0.5, price: 0.5 } as const;
const classes = ['kind', 'license', 'price'] as const;

/** What a tool is as a rival: to be offered, only behind all others since reviewers would skip it, or none. */
export type Standing = 'good' | 'skip' | 'none';
export const standings: Standing[] = ['good', 'skip', 'none'];

/** All that decides whether a tool is the best rival of others that do not name it. */
export type Candidate = Pick<
  ToolSummary,
  'id' | 'name' | 'from' | 'job' | 'otherJobs' | 'kind' | 'license' | 'price' | 'popularity'
> & { standing: Standing };

/** Of a summary what decides about rivals, so that it can be stored without the rest. */
export function candidateOf(tool: ToolSummary): Candidate {
  const { id, name, from, job, otherJobs, kind, license, price, popularity, rivals } = tool;
  return {
    ...{ id, name, from, job, kind, license, price },
    ...(otherJobs && { otherJobs }),
    ...(popularity !== undefined && { popularity }),
    standing: rivals?.length === 0 ? 'none' : standingOf(tool),
  };
}

export type Classes = Pick<ToolSummary, (typeof classes)[number]>;

/** The classes of a tool, in which other tools may be like it. */
export function classOf(tool: Classes): string {
  return classes.map((name) => tool[name]).join('|');
}

// An app may be built on a library, a server may run a model, and an extension runs in an app: none of these is a rival of
// the other because both have one job, unless somebody says so.
export function sideOf({ kind }: Classes): string {
  return ['library', 'model', 'extension'].includes(kind) ? kind : 'program';
}

export function standingOf({ status, votes }: Pick<ToolSummary, 'status' | 'votes'>): Standing {
  if (isOver(status)) return 'none';
  const count = countFromLetters(votes);
  return count && verdictWord(count) === 'Skip' ? 'skip' : 'good';
}

/** The order of two lists of numbers, by the first that differ; the smaller comes first. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, rank] of a.entries()) if (rank !== b[at]) return rank - (b[at] ?? 0);
  return 0;
}

/** How good a rival is that has these classes: by likeness and popularity. */
export function scoreOf(rival: Classes & Pick<Candidate, 'popularity'>, tool: Classes): number {
  let score = popularityInTens(rival);
  for (const name of classes)
    if (rival[name] === tool[name] && rival[name] !== 'unknown') score += weights[name];
  return score;
}

export function popularityInTens({ popularity = 0 }: Pick<Candidate, 'popularity'>): number {
  return Math.log10(1 + popularity);
}

// Two tools may have one name.
export function byName(a: Pick<Candidate, 'id' | 'name'>, b: Pick<Candidate, 'id' | 'name'>): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

// Created once, since one for each comparison takes a second with a long catalog.
const collator = new Intl.Collator('en');
