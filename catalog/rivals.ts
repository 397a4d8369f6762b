import type { Tool } from './tool-schema.ts';

/** What search and rival lists need of a tool. `votes` has a letter a vote, in the panel's order: `s` ship, `k` skip. */
export type ToolSummary = {
  id: string;
  name: string;
  maker: string;
  job: string;
  votes: string;
  formerIds?: string[];
};

/** The few fields of a tool that lists show. */
export function summaryOf({ id, formerIds, name, maker, job, review }: Tool): ToolSummary {
  return { id, name, maker, job, votes: votesInLetters(review?.votes), ...(formerIds && { formerIds }) };
}

/** Votes as one letter each: three ship and one skip are `sssk`. */
export function votesInLetters(votes: NonNullable<Tool['review']>['votes'] = []): string {
  return votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('');
}

/** All other tools, those to compare first: the file's own rivals, then the same job, then the rest by name. */
export function rivalsOf(
  tool: Pick<Tool, 'id' | 'job' | 'rivals'>,
  all: readonly ToolSummary[],
): ToolSummary[] {
  const own = tool.rivals ?? [];
  const rank = ({ id, job }: ToolSummary) => {
    const named = own.indexOf(id);
    if (job === tool.job) return named < 0 ? own.length : named;
    return own.length + 1 + (named < 0 ? own.length : named);
  };
  return all
    .filter(({ id }) => id !== tool.id)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}
