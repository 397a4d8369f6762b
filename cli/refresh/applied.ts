import { ageInDays } from '../../catalog/staleness.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { at, differences, put } from './put.ts';
import type { Proposal, ReadFrom } from './source.ts';

// A date that says "still so" is written again after this many days; what moves daily is as well.
const confirmAfterDays = 7;
const dates = ['seen', 'checked', 'compared', 'advisoriesAsOf'];
const daily = ['stars', 'downloads'];

/** A tool with one proposal in it, or the very same tool if that says nothing new. Pure: judgements too, which a person accepts. */
export function applied(tool: Tool, proposal: Proposal, today: string): Tool {
  const { path, is, source } = proposal;
  if (is === undefined) return tool;
  // Its source has just left with the only value that rested on it.
  if (path[0] === 'sources' && !Object.hasOwn(tool.sources, path[1] ?? '')) return tool;
  const isFact = path.at(-2) === 'facts';
  const next =
    isFact && source ? withFact(tool, path, is, source, today) : withValue(tool, path, is, source, today);
  const changed = differences(tool, next);
  if (!changed.length || isEarlyConfirmation(tool, changed, today)) return tool;
  return withoutUncited(next, tool);
}

function withValue(
  tool: Tool,
  path: string[],
  is: unknown,
  source: ReadFrom | undefined,
  today: string,
): Tool {
  if (!source) return put(tool, path, is) as Tool;
  const key = keyFor(tool, source, at(tool, [...path, 'source']));
  const value = { ...(is as object), source: key, checked: today };
  return withSource(put(tool, path, value) as Tool, key, source, today);
}

function withFact(tool: Tool, path: string[], is: unknown, source: ReadFrom, today: string): Tool {
  const before = at(tool, path) as
    { value?: unknown; source?: string | string[]; successor?: string } | undefined;
  const stated = is as { value?: unknown };
  const key = keyFor(tool, source, before?.source);
  const isSame = before !== undefined && !differences(before.value, stated.value ?? before.value).length;
  const keys = [before?.source ?? []].flat();
  // A note, a dispute or a date was about the former value.
  const inherited = isSame ? before : before?.successor ? { successor: before.successor } : {};
  const isDaily = daily.includes(path.at(-1)!);
  const cites = isSame && keys.length && !isDaily ? [...new Set([...keys, key])] : [key];
  const cited = cites.length === 1 ? cites[0] : keys.includes(key) ? before!.source : cites;
  const fact = put({ ...inherited }, [], { ...stated, source: cited, checked: today });
  const cleared = put(tool, path, null);
  return withSource(put(cleared, path, fact) as Tool, key, source, today);
}

function withSource(tool: Tool, key: string, { url, title, version }: ReadFrom, today: string): Tool {
  const source = { url, title, seen: today, ...(version && { version }) };
  const entries = Object.entries({ ...tool.sources, [key]: source });
  return { ...tool, sources: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The key of a source: that of the same address, or its own, unless another page has it or a review rests on what was read there. */
function keyFor(tool: Tool, { key, url }: ReadFrom, current: unknown): string {
  const same = Object.entries(tool.sources).find(([, source]) => source.url === url);
  if (same) return same[0];
  const isOurs = [current ?? []].flat().includes(key) && citing(tool, key) === 1;
  for (let number = 1; ; number++) {
    const free = number === 1 ? key : `${key}-${number}`;
    if (!Object.hasOwn(tool.sources, free) || (number === 1 && isOurs)) return free;
  }
}

/** Whether all that would change says "still so", and was said less than a week ago. */
function isEarlyConfirmation(tool: Tool, changed: readonly string[][], today: string): boolean {
  const isDate = (path: readonly string[]) => dates.includes(path.at(-1)!);
  const isDaily = (path: readonly string[]) => path.at(-1) === 'value' && daily.includes(path.at(-2)!);
  if (!changed.every((path) => isDate(path) || isDaily(path))) return false;
  const before = changed.filter(isDate).map((path) => at(tool, path));
  // Without a date that moves it was said today already.
  return (
    !before.length ||
    before.some((date) => typeof date === 'string' && ageInDays(date, today) < confirmAfterDays)
  );
}

/** Without the sources that only the former value rested on. */
function withoutUncited(tool: Tool, before: Tool): Tool {
  const left = Object.keys(tool.sources).filter((key) => citing(tool, key) > 0 || citing(before, key) === 0);
  if (left.length === Object.keys(tool.sources).length) return tool;
  return { ...tool, sources: Object.fromEntries(left.map((key) => [key, tool.sources[key]!])) };
}

/** How often a source is cited: in facts, their disputes, claims, votes, advisories and whatever else has `source` or `cites`. */
function citing(node: unknown, key: string): number {
  if (node === null || typeof node !== 'object') return 0;
  let count = 0;
  for (const [field, value] of Object.entries(node)) {
    if (field === 'source' || field === 'cites')
      count += [value].flat().filter((each) => each === key).length;
    else if (field !== 'sources') count += citing(value, key);
  }
  return count;
}
