import { expect } from 'vitest';
import { ContradictionError } from '../../catalog/contradiction.ts';
import type { ToolChange } from '../../catalog/layer-entries.ts';
import { mergeCatalog, type MergedCatalog, type MergeLayer } from '../../catalog/merge.ts';
import {
  updateMerge,
  type MergeBase,
  type MergeTables,
  type MergeUpdate,
} from '../../catalog/update-merge.ts';
import type { TestLayer } from './layers.ts';

/** How an update reads the tools of a layer. */
export const toolOf = (layer: TestLayer) => (id: string) => Promise.resolve(layer.tools.get(id));
const asMergeLayer = ({ tools, ...layer }: TestLayer): MergeLayer => ({
  ...layer,
  tools: [[...tools.values()]],
});
export const merged = (layers: readonly TestLayer[]) =>
  mergeCatalog(layers.map(asMergeLayer) as [MergeLayer, ...MergeLayer[]]);

/** All entries of a merge by key, so that two can be compared whatever their order. */
export function contents(merge: MergedCatalog) {
  const { summaries, badges, claims, namedBy, ...rest } = merge;
  return { ...rest, summaries: new Map(summaries.map((each) => [each.id, each])), badges, claims, namedBy };
}
type Contents = ReturnType<typeof contents>;

/** A merge as an update reads what is stored of it. */
export function baseOf(before: Contents): MergeBase {
  const read =
    <N extends keyof MergeTables>(name: N) =>
    (key: string) =>
      Promise.resolve((before[name] as Map<string, MergeTables[N]>).get(key));
  return {
    ...before,
    summaries: read('summaries'),
    badges: read('badges'),
    claims: read('claims'),
    namedBy: read('namedBy'),
    claimedBeside: () => Promise.resolve(before.claims),
    async *allSummaries() {
      for (const each of before.summaries.values()) yield await Promise.resolve([each]);
    },
  };
}

function applied(before: Contents, { changed, added, ...rest }: MergeUpdate): Contents {
  const tables = {
    summaries: new Map(before.summaries),
    badges: new Map(before.badges),
    claims: new Map(before.claims),
    namedBy: new Map(before.namedBy),
  };
  for (const name of ['summaries', 'badges', 'claims', 'namedBy'] as const)
    for (const [key, value] of changed[name]) {
      expect(value).not.toEqual(tables[name].get(key));
      if (value) (tables[name] as Map<string, unknown>).set(key, value);
      else tables[name].delete(key);
    }
  expect(tables.summaries.size).toBe(before.summaries.size + added);
  return { ...before, ...rest, ...tables };
}

export function changesBetween(before: readonly TestLayer[], after: readonly TestLayer[]): ToolChange[] {
  return before.flatMap(({ tools }, layer) => {
    const now = after[layer]!.tools;
    return [...new Set([...tools.keys(), ...now.keys()])]
      .filter((id) => tools.get(id) !== now.get(id))
      .map((id) => ({ layer, id, before: tools.get(id), after: now.get(id) }));
  });
}

export async function updated(
  before: readonly TestLayer[],
  after: readonly TestLayer[],
): Promise<MergeUpdate> {
  const layers = after.map((layer) => ({ ...layer, tool: toolOf(layer) }));
  return updateMerge(layers, baseOf(contents(await merged(before))), changesBetween(before, after));
}

/** The update gives what the merge of all layers gives, or gives up where that refuses them. */
export async function expectSame(before: readonly TestLayer[], after: readonly TestLayer[]): Promise<void> {
  const start = contents(await merged(before));
  const whole = await merged(after).catch((error: Error) => error);
  if (whole instanceof Error) return expect(updated(before, after)).rejects.toThrow(ContradictionError);
  expect(applied(start, await updated(before, after))).toEqual(contents(whole));
}
