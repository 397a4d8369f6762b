import { defineCommand } from 'citty';
import { ageInDays } from '../../catalog/staleness.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { dataFolder, readTools } from '../read-data.ts';
import { dataArg, flag, today, wholeNumber } from '../values.ts';
import { citedFacts } from './cited-facts.ts';

/** What is listed: its age in days, the day that counts (ISO 8601), and what it is. */
type Row = { age: number; day: string; text: string };
type List = { rows: Row[]; all: number; noun: string };

/** What is out of date, the oldest first; exit code 1 when a source of a fact is older than that many days. */
export const stale = defineCommand({
  meta: { name: 'stale', description: 'Lists what rests on the oldest sources' },
  args: {
    days: { ...flag('n', 'Age in days above which something is listed'), default: '90' },
    by: { ...flag('fact|source|tool', 'What is listed'), default: 'fact' },
    ...dataArg,
  },
  run({ args }) {
    const days = wholeNumber('--days', args.days);
    const list = lists.get(args.by);
    if (!list) throw new CliError(`--by: "${args.by}" is not fact, source or tool`, 2);
    const { rows, all, noun } = list(readTools(dataFolder(args.data)), days);
    const old = rows.filter(({ age }) => age > days).sort((a, b) => b.age - a.age);
    for (const { age, day, text } of old) console.log(`${String(age).padStart(4)} days  ${day}  ${text}`);
    console.log(`${old.length} of ${all} ${noun} more than ${days} days old`);
    return old.length ? 1 : 0;
  },
});

const row = (day: string, text: string): Row => ({ day, age: ageInDays(day, today()), text });

const lists = new Map<string, (tools: readonly Tool[], days: number) => List>([
  ['fact', byFact],
  ['source', bySource],
  ['tool', byTool],
]);

/** A fact is as old as its newest source; an unknown, as the day on which somebody looked for one. */
function byFact(tools: readonly Tool[]): List {
  const rows = tools
    .flatMap(citedFacts)
    .map(({ tool, field, asOf, sources }) =>
      row(asOf, `${tool}: ${field}${sources.length > 0 ? '' : ' (no source)'}`),
    );
  return { rows, all: rows.length, noun: 'facts are' };
}

/** A source is as old as its copy, or as the day on which it was last compared; the facts that rest on it are counted. */
function bySource(tools: readonly Tool[]): List {
  const rows = tools.flatMap((tool) => {
    const facts = citedFacts(tool);
    return Object.entries(tool.sources).map(([key, source]) => {
      const day = source.compared ?? source.seen;
      const resting = facts.filter(({ sources }) => sources.includes(source)).length;
      const changed = source.changed ? `, changed on ${source.changed}` : '';
      return row(
        day,
        `${tool.id}: ${key} (${resting === 1 ? 'one fact rests' : `${resting} facts rest`} on it${changed}) ${source.url}`,
      );
    });
  });
  return { rows, all: rows.length, noun: 'sources are' };
}

/** A tool is as old as its oldest fact; the facts above that age are counted. */
function byTool(tools: readonly Tool[], days: number): List {
  const rows = tools.map((tool) => {
    const facts = citedFacts(tool).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const [oldest] = facts;
    const old = facts.filter(({ asOf }) => ageInDays(asOf, today()) > days).length;
    return row(oldest!.asOf, `${tool.id}: ${old} of ${facts.length} facts, first ${oldest!.field}`);
  });
  return { rows, all: rows.length, noun: 'tools have a fact' };
}
