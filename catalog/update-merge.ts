import type { BadgeRecord } from './badge-record.ts';
import { changeBadges } from './badge-changes.ts';
import { changeClaims, type ClaimedBeside } from './claim-changes.ts';
import { updatedFirst, type FirstTool } from './first-tools.ts';
import { layerEntries, type Shown, type ToolChange, type UpdatedLayer } from './layer-entries.ts';
import { tablesUpTo, type MergedCatalog, type MergeNotes } from './merge.ts';
import { overlay } from './overlay.ts';
import type { PageClaim } from './page-claims.ts';
import { affectedByLeaders, changeNamedBy } from './rival-changes.ts';
import { bestRivals } from './rival-leaders.ts';
import { candidateOf, type Candidate } from './rival-ranks.ts';
import { bestOf, lookAsNamed, namedRival } from './rivals.ts';
import { successorTool, withSuccessor } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import { changeSummaries } from './summary-changes.ts';
import { namesOf, type ToolSummary } from './tool-summary.ts';
import { updatedTotals } from './updated-totals.ts';

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
  claimedBeside: ClaimedBeside;
  /** All summaries, some at a time. */
  allSummaries(): AsyncIterable<Iterable<ToolSummary>>;
};

/** What an update changes in a merge: entries by key, nothing for those that are gone; `added` is how many tools more there are. */
export type MergeUpdate = Pick<MergedCatalog, 'reference' | 'leftOut'> &
  Omit<MergeNotes, 'claims' | 'namedBy'> & {
    added: number;
    changed: { [N in keyof MergeTables]: Map<string, MergeTables[N] | undefined> };
  };

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
  const entries = layerEntries(layers, base.leftOut);
  for (const change of changes) entries.change(change);
  const totals = updatedTotals(layers, base.totals, entries, changes.length);
  const claims = overlay(base.claims);
  await changeClaims(claims, base.claimedBeside, entries.changed());
  const ids = new Set(changes.map(({ id }) => id));
  const summaries = overlay(base.summaries);
  const formerIds = await changeSummaries(summaries, base.formerIds, entries, ids);

  const namedBy = overlay(base.namedBy);
  const now: ToolSummary[] = [];
  const touched = new Set(ids);
  const pages = new Set<string>();
  let added = 0;
  for (const id of ids) {
    const [was, is] = [await base.summaries(id), await summaries.get(id)];
    if (is) now.push(is);
    added += Number(Boolean(is)) - Number(Boolean(was));
    await changeNamedBy(namedBy, id, was && namesOf(was), is && namesOf(is));
    // Those who name it may show it, by its name.
    if (lookAsNamed(was) !== lookAsNamed(is))
      for (const other of (await namedBy.get(id)) ?? []) touched.add(other);
    for (const page of pagesOf(await entries.shownBefore(id))) pages.add(page);
  }
  const nameSuccessor = async <T extends { status?: ShownStatus }>(of: T): Promise<T> => {
    const next = successorTool(of.status);
    return withSuccessor(of, next === undefined ? undefined : await summaries.get(next));
  };
  for (const id of touched) {
    const summary = await summaries.get(id);
    if (summary) summaries.set(id, await nameSuccessor(summary));
  }
  const ownRival = async (tool: ToolSummary, rivals = tool.rivals ?? []): Promise<Candidate | undefined> => {
    const named = await Promise.all(rivals.map((id) => summaries.get(id)));
    return namedRival(
      tool,
      named.filter((each) => each !== undefined),
    );
  };
  const { leaders, affected } = await affectedByLeaders(base.leaders, ids, now.map(candidateOf), {
    all: base.allSummaries,
    hasOwn: async (tool) => (await ownRival(tool))?.standing === 'good',
  });
  for (const id of affected) touched.add(id);
  const { best } = bestRivals(leaders);
  const rivalOf = async (tool: ToolSummary) => bestOf(await ownRival(tool), best(tool));

  const known = new Map(base.first.map(({ tool, rival }) => [tool.id, rival]));
  const first: FirstTool[] = [];
  for (const each of await updatedFirst(
    base.first.map(({ tool }) => tool),
    ids,
    now,
    base.allSummaries,
  )) {
    const tool = summaries.changed(each.id) ?? each;
    const isKnown = known.has(tool.id) && !touched.has(tool.id);
    first.push({ tool, rival: isKnown ? known.get(tool.id) : (await rivalOf(tool))?.id });
  }
  for (const id of touched) for (const page of pagesOf(await entries.shown(id))) pages.add(page);
  const badges = overlay(base.badges);
  await changeBadges(badges, pages, {
    ...{ claims, entries },
    rivalOf: async (id, rivals) => {
      const tool = (await summaries.get(id))!;
      return rivals ? ownRival(tool, rivals) : rivalOf(tool);
    },
    nameSuccessor,
  });
  return {
    reference: tablesUpTo(layers, layers.length - 1),
    leftOut: entries.leftOut(),
    ...{ formerIds, leaders, totals, first, added },
    changed: {
      summaries: await summaries.changes(),
      badges: await badges.changes(),
      claims: await claims.changes(),
      namedBy: await namedBy.changes(),
    },
  };
}

function pagesOf(shown: Shown | undefined): string[] {
  return shown?.entry.pages.map(({ page }) => page) ?? [];
}
