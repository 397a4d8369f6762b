import { asOf } from '../../catalog/as-of.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { branchOf } from './branch-of.ts';
import type { Report } from './check-citations.ts';
import { everyFacts } from './every-fact.ts';

/**
 * What is wrong with the dates of a tool's sources and facts. The first of January is what a year becomes when nobody knows the
 * day, so it counts only where title, version or address of the source name that day. As one commit has one date, sources at the same
 * commit show such a day up too.
 */
export function dateProblems(tool: Tool, today: string, report: Report) {
  const firstAt = new Map<string, { key: string; seen: string }>();
  for (const [key, source] of Object.entries(tool.sources)) {
    const field = `sources.${key}`;
    const { seen, commit, compared, changed } = source;
    if (seen.endsWith('-01-01') && !namesDay(source))
      report(
        `${field}.seen`,
        `${seen} stands for a day that nobody knows; a source that is of that day says so in its title`,
      );
    const branch = branchOf(source);
    if (branch)
      report(
        `${field}.url`,
        `is on a branch (${branch}), where it may say something else tomorrow; pin the commit`,
      );
    const inUrl = /\/([0-9a-f]{40})(\/|$)/.exec(source.url)?.[1];
    if (inUrl && commit && inUrl !== commit) report(`${field}.commit`, 'is not the commit of its address');
    const other = commit === undefined ? undefined : firstAt.get(commit);
    if (other && other.seen !== seen)
      report(
        `${field}.seen`,
        `${seen} and ${other.seen} of "${other.key}" are of one commit, which has one date`,
      );
    if (commit && !other) firstAt.set(commit, { key, seen });
    if (compared && compared < seen)
      report(`${field}.compared`, `${compared} is before it was seen (${seen})`);
    if (changed && changed < seen) report(`${field}.changed`, `${changed} is before it was seen (${seen})`);
    if (changed && !source.blob)
      report(`${field}.changed`, 'has no blob, so that nobody can tell that it changed');
    for (const [name, day] of Object.entries({ compared, changed }))
      if (day && day > today) report(`${field}.${name}`, `${day} is in the future`);
  }
  for (const [within, facts] of everyFacts(tool)) {
    const { entryPrice, status, version } = facts;
    if (entryPrice?.until && entryPrice.until < asOf(entryPrice, tool.sources))
      report(`${within}.entryPrice.until`, `${entryPrice.until} was over when its source was read`);
    if (status?.since && status.since > today)
      report(`${within}.status.since`, `${status.since} is in the future`);
    // Of the tool's own version the check of the review says so.
    if (within !== 'facts' && version?.released && version.released > today)
      report(`${within}.version.released`, `${version.released} is in the future`);
  }
  if (tool.advisoriesAsOf && tool.advisoriesAsOf > today)
    report('advisoriesAsOf', `${tool.advisoriesAsOf} is in the future`);
  if (tool.review?.asOf && tool.review.asOf > today)
    report('review.asOf', `${tool.review.asOf} is in the future`);
}

function namesDay({ url, title, version = '', seen }: Tool['sources'][string]): boolean {
  const year = seen.slice(0, 4);
  const day = new RegExp(
    `\\b(0?1|1st) (of )?jan(uary)? ${year}\\b|\\bjan(uary)? 0?1(st)?,? ${year}\\b|(^|[^0-9])${year}([-./]?)0?1\\7?0?1([^0-9.]|$)`,
    'i',
  );
  return [url.replace(/[0-9a-f]{40}/g, ''), title, version].some((text) => day.test(text));
}
