import type { Tool } from '../../catalog/tool-schema.ts';

/** A tool's file before and after, as JSON that nobody has checked; one of the two is missing where it is new or gone. */
export type ToolChange = { before: Loose | undefined; after: Loose | undefined };
type Loose = {
  id?: string;
  facts?: Partial<Record<keyof Tool['facts'], { value?: unknown } & Record<string, unknown>>>;
  advisories?: unknown[];
  review?: { votes?: unknown };
} & Record<string, unknown>;

type Count = { word: string; plural: string; is: (change: Required<ToolChange>) => boolean };

const valueOf = (tool: Loose | undefined, fact: keyof Tool['facts']) =>
  JSON.stringify(tool?.facts?.[fact]?.value);
const changed = (fact: keyof Tool['facts']) => (change: ToolChange) =>
  valueOf(change.before, fact) !== valueOf(change.after, fact);
const became = (status: string) => (change: ToolChange) =>
  changed('status')(change) && change.after?.facts?.status?.value === status;
const advisoriesOf = (tool: Loose | undefined) => JSON.stringify(tool?.advisories ?? []);

// The first counts are what a reader of the log looks for; a tool may count in several.
const counts: Count[] = [
  { word: 'version', plural: 'versions', is: changed('version') },
  ...['archived', 'closed', 'superseded'].map((status) => ({
    ...{ word: status, plural: status, is: became(status) },
  })),
  {
    ...{ word: 'advisory', plural: 'advisories' },
    is: ({ before, after }) => advisoriesOf(before) !== advisoriesOf(after),
  },
  { word: 'license', plural: 'licenses', is: changed('license') },
  { word: 'price', plural: 'prices', is: changed('entryPrice') },
  {
    ...{ word: 'verdict', plural: 'verdicts' },
    is: ({ before, after }) => JSON.stringify(before?.review?.votes) !== JSON.stringify(after?.review?.votes),
  },
];

/** `data: 7 versions, 2 archived`, then one line a tool; `version` is that of the feed. */
export function commitMessage(changes: readonly ToolChange[], version: number): string {
  const both = changes.filter((change): change is Required<ToolChange> =>
    Boolean(change.before && change.after),
  );
  const found = both.map((change) => ({ change, words: counts.filter(({ is }) => is(change)) }));
  const numbers: [number, string, string][] = [
    ...counts.map(({ word, plural, is }): [number, string, string] => [both.filter(is).length, word, plural]),
    [changes.filter(({ before, after }) => !before && after).length, 'new tool', 'new tools'],
    [changes.filter(({ before, after }) => before && !after).length, 'gone', 'gone'],
    [found.filter(({ words }) => words.length === 0).length, 'confirmed', 'confirmed'],
  ];
  const parts = numbers
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  const lines = found.flatMap(({ change, words }) =>
    words.length
      ? [`- ${change.after?.id}: ${words.map(({ word }) => sentence(change, word)).join(', ')}`]
      : [],
  );
  const title = `data: ${parts.join(', ') || 'nothing new'}`;
  return `${[title, ...(lines.length ? ['', ...lines] : []), '', `Feed-Version: ${version}`].join('\n')}\n`;
}

function sentence({ before, after }: ToolChange, word: string): string {
  if (word !== 'version') return word;
  const text = (tool: Loose | undefined) => plain(tool?.facts?.version?.value);
  return `version ${text(before)} → ${text(after)}`;
}

// A version comes from upstream, and a commit's message is read in terminals.
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : 'unknown';
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}
