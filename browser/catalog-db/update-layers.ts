import { dequal } from 'dequal';
import { tablesUpTo } from '../../catalog/merge.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { ToolChange } from '../../catalog/layer-entries.ts';
import { updateMerge, type MergeUpdate } from '../../catalog/update-merge.ts';
import { readFirst } from './stored-parts.ts';
import { hostOfPage, withPages, type HostLabels } from '../host-access/product-hosts.ts';
import { changedBuckets, haveSamePlaces } from './changed-buckets.ts';
import type { CatalogDb } from './database.ts';
import { feedLabel, type Beside, type Layer, type StoredCatalog, type UpdateNotes } from './layer.ts';
import { layerReader, layerTables } from './layer-files.ts';
import { versionsIn } from './merge-layers.ts';
import { partCount, type Parts, type TableName, type Tables } from './parts.ts';
import { partReader, type PartReader } from './part-reader.ts';

/** What an update writes: its catalog's record and notes, and the parts of tables that differ from those before. */
export type LayersUpdate = Beside & {
  catalog: Omit<StoredCatalog, 'parts'>;
  changed: { [N in TableName]: Map<number, Map<string, Tables[N]>> };
  /** The pages whose badge records differ. */
  pages: string[];
  /** Hashes of buckets that a layer had, each with a tool in it. */
  replaced: { sha256: string; tool: string }[];
};

// With more of them all tools are merged, which costs no more then.
const maxChanged = { tools: 200, share: 0.2 };

/**
 * What follows from newer versions of some layers of the active catalog, from what is stored of it: only tools in changed files
 * are read. Nothing where all have to be merged: other layers or labels, another layout or other licenses, or too much that
 * changed. Throws where layers contradict themselves, or what is stored is missing or damaged.
 */
export async function updateLayers(
  active: StoredCatalog & { generation: number },
  next: readonly [Layer, ...Layer[]],
  db: CatalogDb,
): Promise<LayersUpdate | undefined> {
  if (!areVersionsOf(active.layers, next)) return undefined;
  const tables = await Promise.all(next.map((layer) => layerTables(layer, db)));
  if (!(await haveSameLicenses(active.layers, tables, db))) return undefined;
  const notes = readNotes(await db.get('notes', active.generation), next.length);
  const first = readFirst(await db.get('first', active.generation));
  const found = await changesOf(active, next, db);
  if (!found) return undefined;
  const reader = partReader(active, db);
  const layers = next.map((layer, at) => {
    const { tool } = layerReader(layer, db);
    return {
      ...{ feed: layer.feed, from: feedLabel(layer), tables: tables[at]!, bytes: layer.bytes },
      expected: layer.tools,
      tool: async (id: string) => readAnew(await tool(id)),
    };
  });
  const base = {
    ...{ ...notes, first, leftOut: active.leftOut },
    summaries: reader.entry('summaries'),
    badges: reader.entry('badges'),
    claims: reader.entry('claims'),
    namedBy: reader.entry('namedBy'),
    claimedBeside: (page: string) => reader.partWith('claims', page),
    allSummaries: () => reader.all('summaries'),
  };
  const merge = await updateMerge(layers, base, found.changes);
  const tools = active.tools + merge.added;
  const changed = await changedParts(merge, reader);
  const pages = active.pages.map((count, number) => changed.badges.get(number)?.size ?? count);
  if (tools === 0 || !fits('summaries', tools, active.parts) || !fits('badges', sum(pages), active.parts))
    return undefined;
  const { reference, leftOut, formerIds, leaders, totals } = merge;
  return {
    catalog: { layers: [...next], reference, tools, leftOut, pages },
    ...{ notes: { formerIds, leaders, totals }, first: merge.first },
    ...{ changed, pages: [...merge.changed.badges.keys()], replaced: found.replaced },
  };
}

function areVersionsOf(before: readonly Layer[], after: readonly Layer[]): boolean {
  return (
    before.length === after.length &&
    before.every((layer, at) => {
      const next = after[at]!;
      const isSame = layer.feed === next.feed && feedLabel(layer) === feedLabel(next);
      return isSame && haveSamePlaces(layer, next);
    })
  );
}

/** Whether every layer's entries are read with the same licenses as before, of all that tables hold. */
async function haveSameLicenses(
  before: readonly Layer[],
  after: readonly Reference[],
  db: CatalogDb,
): Promise<boolean> {
  const old = await Promise.all(before.map((layer) => layerTables(layer, db)));
  const licenses = (all: readonly Reference[], at: number) =>
    tablesUpTo(
      all.map((tables) => ({ tables })),
      at,
    ).licenses;
  return before.every((_, at) => dequal(licenses(old, at), licenses(after, at)));
}

function readNotes(stored: unknown, layers: number): UpdateNotes {
  const { formerIds, leaders, totals } = Object(stored) as Partial<UpdateNotes>;
  if (
    !Array.isArray(formerIds) ||
    !Array.isArray(leaders) ||
    !Array.isArray(totals) ||
    totals.length !== layers
  )
    throw new Error('The stored notes for an update are missing or damaged.');
  return { formerIds, leaders, totals };
}

async function changesOf(
  { layers, tools }: StoredCatalog,
  next: readonly Layer[],
  db: CatalogDb,
): Promise<(Pick<LayersUpdate, 'replaced'> & { changes: ToolChange[] }) | undefined> {
  const changes: ToolChange[] = [];
  const replaced: LayersUpdate['replaced'] = [];
  const max = Math.max(maxChanged.tools, tools * maxChanged.share);
  for (const [layer, before] of layers.entries())
    for await (const bucket of changedBuckets(before, next[layer]!, db)) {
      if (bucket.replaced) replaced.push({ sha256: bucket.replaced, tool: bucket.before[0]!.id });
      for (const [was, is] of versionsIn(bucket))
        if (!dequal(was, is))
          changes.push({ layer, id: (is ?? was)!.id, before: readAnew(was), after: readAnew(is) });
      if (changes.length > max) return undefined;
    }
  return { changes, replaced };
}

/** What was stored as one release read it, as this one does; nothing where it is refused, which the merge has said. */
function readAnew(stored: Tool | undefined): Tool | undefined {
  const tool = stored && readTool(stored);
  return typeof tool === 'string' ? undefined : tool;
}

async function changedParts({ changed }: MergeUpdate, reader: PartReader): Promise<LayersUpdate['changed']> {
  const part = async <N extends TableName>(name: N, entries: Map<string, Tables[N] | undefined>) =>
    reader.withChanges(name, entries);
  return {
    summaries: await part('summaries', changed.summaries),
    badges: await part('badges', changed.badges),
    claims: await part('claims', changed.claims),
    namedBy: await part('namedBy', changed.namedBy),
    productHosts: await part('productHosts', await changedHosts(changed.badges, reader)),
  };
}

async function changedHosts(
  badges: MergeUpdate['changed']['badges'],
  reader: PartReader,
): Promise<Map<string, HostLabels | undefined>> {
  const hosts = new Map<string, HostLabels | undefined>();
  const [badge, labelsOf] = [reader.entry('badges'), reader.entry('productHosts')];
  for (const [page, after] of badges) {
    const host = hostOfPage(page);
    const before = host === undefined ? undefined : await badge(page);
    if (host === undefined || (before && after && before.from === after.from)) continue;
    let labels = hosts.has(host) ? hosts.get(host) : await labelsOf(host);
    if (before) labels = withPages(labels, before.from, -1);
    if (after) labels = withPages(labels, after.from, 1);
    hosts.set(host, labels && labels.size > 0 ? labels : undefined);
  }
  return hosts;
}

/** Whether a table of so many entries still has about as many parts as it would be cut into. */
function fits(name: TableName, entries: number, parts: Parts): boolean {
  const ratio = partCount(name, entries) / parts[name].length;
  return ratio > 1 / 4 && ratio < 4;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
