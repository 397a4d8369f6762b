import { derive, type Derived } from './derived.ts';
import { tablesUpTo, type LeftOut, type MergeLayer } from './merge.ts';
import type { Tool } from './tool-schema.ts';

/** A layer after an update; `tool` reads one of its tools. */
export type UpdatedLayer = Omit<MergeLayer, 'tools'> & { tool(id: string): Promise<Tool | undefined> };

/** A tool of a layer before and after an update; nothing where the layer does not have it. */
export type ToolChange = { layer: number; id: string; before: Tool | undefined; after: Tool | undefined };

/** What is derived from a tool in the uppermost layer that can show it. */
export type Shown = { layer: number; entry: Derived };

/** What is derived from a changed tool of a layer, before and after; `tools` is how many more the layer has for it. */
export type ChangedEntry = {
  layer: number;
  id: string;
  was: Derived | undefined;
  is: Derived | undefined;
  tools: number;
};

export type LayerEntries = ReturnType<typeof layerEntries>;

/** What each layer has of a tool, before and after the changes, and which tools are left out of it. */
export function layerEntries(layers: readonly UpdatedLayer[], leftOut: readonly LeftOut[]) {
  const tables = layers.map((_, at) => tablesUpTo(layers, at));
  const reasons = layers.map(
    ({ feed }) => new Map(leftOut.filter((each) => each.feed === feed).map((each) => [each.id, each])),
  );
  const changed = layers.map(() => new Map<string, ChangedEntry>());
  const unchanged = layers.map(() => new Map<string, Promise<Derived | undefined>>());
  const known = new Map<string, Promise<Shown | undefined>>();

  const derived = (tool: Tool, layer: number) => derive(tool, tables[layer]!, layers[layer]!.from);

  /** What is derived from a tool as it is stored. Throws where that was possible once and is not now. */
  function stored(layer: number, id: string, tool: Tool | undefined): Derived | undefined {
    const found = tool && !reasons[layer]!.has(id) ? derived(tool, layer) : undefined;
    if (typeof found === 'string') throw new Error(`The stored tool ${id} ${found}.`);
    return found;
  }
  async function read(layer: number, id: string): Promise<Derived | undefined> {
    return reasons[layer]!.has(id) ? undefined : stored(layer, id, await layers[layer]!.tool(id));
  }
  function entry(
    layer: number,
    id: string,
    which: 'was' | 'is',
  ): Promise<Derived | undefined> | Derived | undefined {
    const own = changed[layer]!.get(id);
    if (own) return own[which];
    const found = unchanged[layer]!.get(id) ?? read(layer, id);
    unchanged[layer]!.set(id, found);
    return found;
  }
  async function uppermost(id: string, which: 'was' | 'is'): Promise<Shown | undefined> {
    for (let layer = layers.length - 1; layer >= 0; layer--) {
      const found = await entry(layer, id, which);
      if (found) return { layer, entry: found };
    }
    return undefined;
  }
  return {
    change({ layer, id, before, after }: ToolChange): void {
      const { feed, from } = layers[layer]!;
      const was = stored(layer, id, before);
      const is = after && derived(after, layer);
      reasons[layer]!.delete(id);
      if (typeof is === 'string') reasons[layer]!.set(id, { id, feed, ...(from && { from }), reason: is });
      const tools = Number(Boolean(after)) - Number(Boolean(before));
      changed[layer]!.set(id, { layer, id, was, is: typeof is === 'string' ? undefined : is, tools });
    },
    changed: () => changed.flatMap((own) => [...own.values()]),
    /** The tool as it is shown once all changes are made. */
    shown(id: string): Promise<Shown | undefined> {
      const found = known.get(id) ?? uppermost(id, 'is');
      known.set(id, found);
      return found;
    },
    shownBefore: (id: string) => uppermost(id, 'was'),
    /** All tools that are left out, the uppermost layer’s first. */
    leftOut: () =>
      reasons.toReversed().flatMap((own) => [...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
  };
}
