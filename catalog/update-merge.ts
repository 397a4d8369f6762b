import { dequal } from 'dequal';
import { withNotes, withRival, type BadgeRecord } from './badge-record.ts';
import { bucketOf } from './buckets.ts';
import { derive, type Derived } from './derived.ts';
import { maxLeftOut, maxOfBadges } from './feed/limits.ts';
import { firstAfter, firstByName, type FirstTool } from './first-tools.ts';
import { formerIdOwners, withFormerIds, withOwnIds } from './former-ids.ts';
import {
  maxBadgeBytes,
  tablesUpTo,
  type LeftOut,
  type MergedCatalog,
  type MergeLayer,
  type MergeNotes,
} from './merge.ts';
import { ownerOf, type PageClaim } from './page-claims.ts';
import { affectedByLeaders } from './rival-changes.ts';
import { bestRivals, candidateOf, type Candidate } from './rivals.ts';
import type { Tool } from './tool-schema.ts';
import type { ToolSummary } from './tool-summary.ts';

/** The tables of a merge, by what their keys are. */
export type MergeTables = {
  summaries: ToolSummary;
  badges: BadgeRecord;
  claims: PageClaim[];
  namedBy: string[];
};

/** A merge that is stored: each of its entries by its key, or nothing, and what else an update has to know. */
export type MergeBase = Pick<MergedCatalog, 'leftOut' | 'formerIds' | 'leaders' | 'totals' | 'first'> & {
  [N in keyof MergeTables]: (key: string) => Promise<MergeTables[N] | undefined>;
} & {
  /** All pages that may lie in the badge bucket of this one, with who claims them. */
  claimedBeside(page: string): Promise<Iterable<readonly [page: string, claims: PageClaim[]]>>;
  /** All summaries, some at a time. */
  allSummaries(): AsyncIterable<Iterable<ToolSummary>>;
};

/** A layer after an update; `tool` reads one of its tools. */
export type UpdatedLayer = Omit<MergeLayer, 'tools'> & { tool(id: string): Promise<Tool | undefined> };

/** A tool of a layer before and after an update; nothing where the layer does not have it. */
export type ToolChange = { layer: number; id: string; before: Tool | undefined; after: Tool | undefined };

/** What an update changes in a merge: entries by key, nothing for those that are gone; `added` is how many tools more there are. */
export type MergeUpdate = Pick<MergedCatalog, 'reference' | 'leftOut'> &
  Omit<MergeNotes, 'claims' | 'namedBy'> & {
    added: number;
    changed: { [N in keyof MergeTables]: Map<string, MergeTables[N] | undefined> };
  };

/** The layers may contradict themselves now, which the merge of all tools has to say. */
export class ContradictionError extends Error {}

/**
 * What the merge of all layers would give after some tools of them changed, from what is stored of the merge before: only these
 * tools are derived anew, and those whose pages or rivals they touch. The tables with which each layer is read, the order of
 * the layers and their labels have to be the same as before. Throws a ContradictionError where `mergeCatalog` might refuse.
 */
export async function updateMerge(
  layers: readonly UpdatedLayer[],
  base: MergeBase,
  changes: readonly ToolChange[],
): Promise<MergeUpdate> {
  const tables = layers.map((_, at) => tablesUpTo(layers, at));
  const summaries = overlay(base.summaries);
  const badges = overlay(base.badges);
  const claims = overlay(base.claims);
  const namedBy = overlay(base.namedBy);

  const entries = entriesOf(layers, base.leftOut, (tool, at) => derive(tool, tables[at]!, layers[at]!.from));
  for (const change of changes) entries.change(change);
  const totals = await checkedTotals(layers, base, entries, changes.length);
  await changeClaims(claims, base, entries.all());

  const ids = new Set(changes.map(({ id }) => id));
  const before = new Map<string, ToolSummary | undefined>();
  const pages = new Set(entries.all().flatMap(({ was, is }) => [was, is].flatMap((each) => pagesOf(each))));
  const formerIds = new Map(base.formerIds);
  const former = new Set<string>();
  let added = 0;
  for (const id of ids) {
    const [was, is] = [await entries.shownBefore(id), await entries.shown(id)];
    before.set(id, await base.summaries(id));
    for (const page of [...pagesOf(was?.entry), ...pagesOf(is?.entry)]) pages.add(page);
    added += Number(Boolean(is)) - Number(Boolean(was));
    if (Boolean(is) !== Boolean(was)) former.add(id);
    for (const each of formerIds.get(id) ?? []) former.add(each);
    const own = is?.layer === 0 ? is.entry.summary.formerIds : undefined;
    for (const each of own ?? []) former.add(each);
    if (own) formerIds.set(id, own);
    else formerIds.delete(id);
    summaries.set(id, is && withOwnIds(is.entry.summary, is.layer === 0));
  }
  const sortedFormerIds = [...formerIds].sort(([a], [b]) => (a < b ? -1 : 1));
  const owners = formerIdOwners(sortedFormerIds);
  for (const [id, listed] of sortedFormerIds) {
    if (!ids.has(id) && !listed.some((each) => former.has(each))) continue;
    const free: string[] = [];
    for (const each of listed) if (owners.get(each) === id && !(await summaries.get(each))) free.push(each);
    summaries.set(id, withFormerIds((await summaries.get(id))!, free));
  }

  const touched = new Set(ids);
  for (const id of ids) {
    const [was, is] = [before.get(id), await summaries.get(id)];
    await changeNamedBy(namedBy, id, was?.rivals, is?.rivals);
    // Those who name it show it by its name.
    if (!isSameName(was, is)) for (const other of (await namedBy.get(id)) ?? []) touched.add(other);
  }
  const ownRival = async ({ id, rivals = [] }: ToolSummary): Promise<Candidate | undefined> => {
    for (const each of rivals) {
      const rival = each === id ? undefined : await summaries.get(each);
      if (rival) return rival;
    }
    return undefined;
  };
  const now = (await Promise.all([...ids].map((id) => summaries.get(id)))).filter(
    (each) => each !== undefined,
  );
  const { leaders, affected } = await affectedByLeaders(base.leaders, ids, now.map(candidateOf), {
    all: base.allSummaries,
    hasOwn: async (tool) => Boolean(await ownRival(tool)),
  });
  for (const id of affected) touched.add(id);

  for (const id of touched) for (const page of pagesOf((await entries.shown(id))?.entry)) pages.add(page);
  const { best } = bestRivals(leaders);
  const rivalOf = async (tool: ToolSummary) => (await ownRival(tool)) ?? best(tool);
  const first: FirstTool[] = [];
  const ranks = new Map(base.first.map((each) => [each.tool.id, each]));
  for (const each of await firstNow(base, ids, now)) {
    const known = touched.has(each.id) ? undefined : ranks.get(each.id);
    const tool = summaries.changed(each.id) ?? each;
    first.push({ tool, rival: known ? known.rival : (await rivalOf(tool))?.id });
  }
  const records = new Map<string, BadgeRecord>();
  const recordOf = async (id: string, { record }: Derived): Promise<BadgeRecord> => {
    const summary = (await summaries.get(id))!;
    const whole = records.get(id) ?? withRival(record, await rivalOf(summary));
    records.set(id, whole);
    return whole;
  };
  for (const page of pages) {
    const all = (await claims.get(page)) ?? [];
    const shown = new Map(
      await Promise.all(all.map(async ([, tool]) => [tool, await entries.shown(tool)] as const)),
    );
    const owner = ownerOf(all, (tool, layer) => shown.get(tool)?.layer === layer);
    const entry = owner && shown.get(owner[1])!.entry;
    const notes = entry?.pages.find((each) => each.page === page)?.notes;
    badges.set(page, entry && withNotes(await recordOf(owner[1], entry), notes));
  }
  return {
    reference: tables.at(-1)!,
    leftOut: entries.leftOut(),
    formerIds: sortedFormerIds,
    leaders,
    totals,
    first,
    added,
    changed: {
      summaries: await summaries.changes(),
      badges: await badges.changes(),
      claims: await claims.changes(),
      namedBy: await namedBy.changes(),
    },
  };
}

async function firstNow(
  base: MergeBase,
  changed: ReadonlySet<string>,
  now: readonly ToolSummary[],
): Promise<ToolSummary[]> {
  const before = base.first.map(({ tool }) => tool);
  const known = firstAfter(before, changed, now);
  if (known) return known;
  let first = firstByName(now);
  for await (const some of base.allSummaries())
    first = firstByName([...first, ...[...some].filter(({ id }) => !changed.has(id))]);
  return first;
}

/** Entries of a table with changes over them. */
function overlay<V>(read: (key: string) => Promise<V | undefined>) {
  const changed = new Map<string, V | undefined>();
  return {
    get: async (key: string) => (changed.has(key) ? changed.get(key) : read(key)),
    set: (key: string, value: V | undefined) => void changed.set(key, value),
    changed: (key: string) => changed.get(key),
    /** Those that differ from what was there. */
    async changes(): Promise<Map<string, V | undefined>> {
      const differing = new Map<string, V | undefined>();
      for (const [key, value] of changed) if (!dequal(await read(key), value)) differing.set(key, value);
      return differing;
    },
  };
}
type Overlay<V> = ReturnType<typeof overlay<V>>;

function pagesOf(entry: Derived | undefined): string[] {
  return entry?.pages.map(({ page }) => page) ?? [];
}

function isSameName(a: ToolSummary | undefined, b: ToolSummary | undefined): boolean {
  return Boolean(a) === Boolean(b) && a?.name === b?.name && a?.from === b?.from;
}

type Shown = { layer: number; entry: Derived };
type Changed = {
  layer: number;
  id: string;
  was: Derived | undefined;
  is: Derived | undefined;
  tools: number;
};

/** What each layer has of a tool, before and after the changes. */
function entriesOf(
  layers: readonly UpdatedLayer[],
  leftOut: readonly LeftOut[],
  derived: (tool: Tool, layer: number) => Derived | string,
) {
  const reasons = layers.map(
    ({ feed }) => new Map(leftOut.filter((each) => each.feed === feed).map((each) => [each.id, each])),
  );
  const changed = layers.map(() => new Map<string, Changed>());
  const unchanged = layers.map(() => new Map<string, Promise<Derived | undefined>>());
  const known = new Map<string, Promise<Shown | undefined>>();

  async function read(layer: number, id: string): Promise<Derived | undefined> {
    const tool = reasons[layer]!.has(id) ? undefined : await layers[layer]!.tool(id);
    const found = tool && derived(tool, layer);
    if (typeof found === 'string') throw new Error(`The stored tool ${id} ${found}.`);
    return found;
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
      const was = before && !reasons[layer]!.has(id) ? derived(before, layer) : undefined;
      if (typeof was === 'string') throw new Error(`The stored tool ${id} ${was}.`);
      const is = after && derived(after, layer);
      reasons[layer]!.delete(id);
      if (typeof is === 'string') reasons[layer]!.set(id, { id, feed, ...(from && { from }), reason: is });
      const tools = Number(Boolean(after)) - Number(Boolean(before));
      changed[layer]!.set(id, { layer, id, was, is: typeof is === 'string' ? undefined : is, tools });
    },
    all: () => changed.flatMap((own) => [...own.values()]),
    /** The tool as it is shown once all changes are made, from the uppermost layer that can. */
    shown(id: string): Promise<Shown | undefined> {
      const found = known.get(id) ?? uppermost(id, 'is');
      known.set(id, found);
      return found;
    },
    shownBefore: (id: string) => uppermost(id, 'was'),
    leftOut: () =>
      reasons.toReversed().flatMap((own) => [...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
  };
}
type Entries = ReturnType<typeof entriesOf>;

/** The totals of all layers after the changes. Throws a ContradictionError where one is more, or other, than it may be. */
async function checkedTotals(
  layers: readonly UpdatedLayer[],
  base: MergeBase,
  entries: Entries,
  changes: number,
): Promise<MergeNotes['totals']> {
  const totals = base.totals.map((each) => ({ ...each }));
  const all = entries.all();
  if (all.length !== changes || totals.length !== layers.length)
    throw new ContradictionError('A tool is listed twice.');
  for (const { layer, was, is, tools } of all) {
    const total = totals[layer]!;
    total.tools += tools;
    total.letters += (is?.letters ?? 0) - (was?.letters ?? 0);
    total.bytes += bytesOf(is) - bytesOf(was);
  }
  const leftOut = Map.groupBy(entries.leftOut(), ({ feed }) => feed);
  for (const [at, { feed, expected, bytes }] of layers.entries()) {
    const total = totals[at]!;
    if (
      total.tools !== (expected ?? total.tools) ||
      total.bytes > maxBadgeBytes(total.letters, bytes) ||
      (leftOut.get(feed)?.length ?? 0) > maxLeftOut
    )
      throw new ContradictionError(`The layer of ${feed} is not as it may be.`);
  }
  return Promise.resolve(totals);
}

function bytesOf(entry: Derived | undefined): number {
  return entry?.pages.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
}

/** Takes back the claims of tools as they were, and makes those of tools as they are. Throws a ContradictionError where one layer claims a page twice, or too many in one bucket. */
async function changeClaims(
  claims: Overlay<PageClaim[]>,
  base: MergeBase,
  all: readonly Changed[],
): Promise<void> {
  for (const { layer, id, was } of all)
    for (const { page } of was?.pages ?? []) {
      const rest = ((await claims.get(page)) ?? []).filter(([at, tool]) => at !== layer || tool !== id);
      claims.set(page, rest.length > 0 ? rest : undefined);
    }
  const added: [layer: number, page: string][] = [];
  for (const { layer, id, is } of all)
    for (const { page, isFormer } of is?.pages ?? []) {
      const others = (await claims.get(page)) ?? [];
      if (others.some(([at]) => at === layer))
        throw new ContradictionError(`The page ${page} is claimed by two tools.`);
      claims.set(
        page,
        [...others, [layer, id, isFormer] as const].sort(([a], [b]) => b - a),
      );
      added.push([layer, page]);
    }
  const checked = new Set<string>();
  for (const [layer, page] of added) {
    const bucket = bucketOf(page);
    if (checked.has(`${layer} ${bucket}`)) continue;
    checked.add(`${layer} ${bucket}`);
    const beside = [...(await base.claimedBeside(page))].map(([each]) => each);
    let count = 0;
    for (const each of new Set([...beside, ...added.map(([, each]) => each)]))
      if (bucketOf(each) === bucket && (await claims.get(each))?.some(([at]) => at === layer)) count += 1;
    if (count > maxOfBadges.recordsInBucket)
      throw new ContradictionError(`Too many pages share the bucket of ${page}.`);
  }
}

async function changeNamedBy(
  namedBy: Overlay<string[]>,
  tool: string,
  was: readonly string[] = [],
  is: readonly string[] = [],
): Promise<void> {
  for (const rival of new Set(was)) {
    const rest = ((await namedBy.get(rival)) ?? []).filter((each) => each !== tool);
    namedBy.set(rival, rest.length > 0 ? rest : undefined);
  }
  for (const rival of new Set(is)) namedBy.set(rival, [...((await namedBy.get(rival)) ?? []), tool].sort());
}
