import { sourceViews, type SourceView } from './fact-views.ts';
import type { Reviewers } from './reference.ts';
import type { Tool } from './tool-schema.ts';

export type Cite = { number: number; source: SourceView };
export type Take = {
  id: string;
  name: string;
  question: string;
  vote: 'ship' | 'skip';
  gist?: string;
  take: string;
  cites: Cite[];
  wouldChange?: string;
};

/** Each reviewer's vote and take in the panel's order, with cited sources numbered by first appearance. */
export function scorecard(tool: Tool, reviewers: Reviewers): Take[] {
  const numbers = new Map<string, number>();
  return (tool.review?.votes ?? []).map(({ reviewer, vote, gist, take, cites, wouldChange }) => {
    const seat = reviewers.find(({ id }) => id === reviewer);
    return {
      id: reviewer,
      name: seat?.name ?? reviewer,
      question: seat?.question ?? '',
      vote,
      ...(gist && { gist }),
      take,
      cites: sourceViews(tool, cites).map((source) => ({ source, number: numberOf(source.key) })),
      ...(wouldChange && { wouldChange }),
    };
  });

  function numberOf(key: string): number {
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key)!;
  }
}

/** The cited sources of a scorecard, in the order of their numbers. */
export function citedSources(takes: readonly Take[]): SourceView[] {
  const all = takes.flatMap(({ cites }) => cites);
  return [...new Map(all.map(({ number, source }) => [number, source])).values()];
}
