import { append } from './append.ts';
import { withRival, type BadgeRecord } from './badge-record.ts';
import { withNotes } from './record-of-page.ts';
import { bucketOf } from './buckets.ts';
import { derive, type Derived } from './derived.ts';
import { FeedError, type FeedErrorCode } from './feed/feed-error.ts';
import { maxLeftOut, maxOfBadges } from './feed/limits.ts';
import { mergedTables } from './feed/tables.ts';
import { firstByName, type FirstTool } from './first-tools.ts';
import { formerIdOwners, withFormerIds, withOwnIds, type FormerIds } from './former-ids.ts';
import { ownerOf, type PageClaim } from './page-claims.ts';
import type { Reference } from './reference.ts';
import { leadersOf } from './rival-leaders.ts';
import { candidateOf, type Candidate } from './rival-ranks.ts';
import { namedRival, rivalFinder } from './rivals.ts';
import { successorTool, withSuccessor } from './status.ts';
import type { ShownStatus } from './status-words.ts';
import type { Tool } from './tool-schema.ts';
import { namesOf, type ToolSummary } from './tool-summary.ts';

/**
 * One feed's part of a catalog: `from` is the label that its entries carry, `expected` how many tools its manifest says, `bytes`
 * how long all of its buckets are.
 */
export type MergeLayer = {
  feed: string;
  from?: string | undefined;
  tables: Reference;
  tools: Iterable<readonly Tool[]> | AsyncIterable<readonly Tool[]>;
  expected?: number;
  bytes?: number;
};

/** A tool that cannot be shown; the reason follows its name: "has 20,000 pages, more than 100". */
export type LeftOut = { id: string; feed: string; from?: string; reason: string };

/** What follows from a catalog's layers: stored beside them, so that a page or a popup computes nothing. */
export type MergedCatalog = {
  reference: Reference;
  /** By id. */
  summaries: ToolSummary[];
  /** Badge records by normalized page id. */
  badges: Map<string, BadgeRecord>;
  /** By feed, the uppermost first, and id. */
  leftOut: LeftOut[];
} & MergeNotes;

/** What only the next update of the same layers needs of a merge. */
export type MergeNotes = {
  /** Who claims each page, the uppermost layer first. */
  claims: Map<string, PageClaim[]>;
  /** The tools that name a tool, or what is none, as their rival or as what followed them, by its id. */
  namedBy: Map<string, string[]>;
  /** The former ids that the lowest layer's tools list, by id of the tool. */
  formerIds: FormerIds[];
  /** The tools among which is any tool's best rival that it does not name itself. */
  leaders: Candidate[];
  /** What has a limit in each layer. */
  totals: LayerTotals[];
  /** The first tools by name. */
  first: FirstTool[];
};

/** The tools of a layer, their letters, and the bytes of their badge records. */
export type LayerTotals = { tools: number; letters: number; bytes: number };

/** The refusal of one layer of several. */
export class LayerError extends FeedError {
  readonly feed: string;

  constructor(feed: string, code: FeedErrorCode, message: string) {
    super(code, message);
    this.feed = feed;
  }
}

/**
 * The one merge of catalogs, for readers, checks and publishers: reads every tool of the layers once, the uppermost layer
 * first; its entry replaces those of the same id below, and its pages theirs. A tool from which something cannot be derived,
 * or too much, is left out alone; `prove` may throw for further reasons. Throws a LayerError where a layer contradicts itself.
 */
export async function mergeCatalog(
  layers: readonly [MergeLayer, ...MergeLayer[]],
  prove?: (tool: Tool, reference: Reference) => void,
): Promise<MergedCatalog> {
  const shown = new Map<string, Pick<Derived, 'record' | 'pages' | 'summary'> & { at: number }>();
  const claims = new Map<string, PageClaim[]>();
  const totals: LayerTotals[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, layer] of [...layers.entries()].reverse()) {
    // Only with the tables below it, so that no feed changes what follows from another's entries.
    const tables = tablesUpTo(layers, at);
    const checked = checkedLayer(layer);
    const ownLeftOut: LeftOut[] = [];
    for await (const tools of layer.tools) {
      for (const tool of tools) {
        checked.add((Object(tool) as Partial<Tool>).id);
        const derived = derive(tool, tables, layer.from, prove);
        if (typeof derived === 'string') {
          ownLeftOut.push(checked.leaveOut(tool, derived));
          continue;
        }
        checked.claim(tool, derived);
        const { record, pages, summary } = derived;
        for (const { page, isFormer } of pages) claim(page, [at, tool.id, isFormer]);
        if (!shown.has(tool.id)) shown.set(tool.id, { at, record, pages, summary });
      }
    }
    totals[at] = checked.end();
    leftOut.push(...ownLeftOut.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  const formerIds = [...shown.values()]
    .filter(({ at }) => at === 0)
    .flatMap(({ summary }) => (summary.formerIds ? [[summary.id, summary.formerIds] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const owners = formerIdOwners(formerIds);
  const nameSuccessor = <T extends { status?: ShownStatus }>(of: T): T =>
    withSuccessor(of, shown.get(successorTool(of.status) ?? '')?.summary);
  const summaries = [...shown.values()]
    .map(({ at, summary }) => {
      const own = summary.formerIds?.filter((id) => !shown.has(id) && owners.get(id) === summary.id);
      return own && at === 0 ? withFormerIds(summary, own) : withOwnIds(summary, at === 0);
    })
    .map(nameSuccessor)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const rival = rivalFinder(summaries);
  const named = (tool: ToolSummary, rivals: string[]) =>
    namedRival(
      tool,
      rivals.flatMap((id) => shown.get(id)?.summary ?? []),
    );
  const badges = new Map<string, BadgeRecord>();
  const isShown = (tool: string, layer: number) => shown.get(tool)?.at === layer;
  for (const [id, { at, record, pages, summary }] of shown) {
    const best = rival(summary);
    for (const { page, notes, rivals } of pages) {
      const [layer, tool] = ownerOf(claims.get(page)!, isShown)!;
      if (tool === id && layer === at)
        badges.set(
          page,
          nameSuccessor(withRival(withNotes(record, notes), rivals ? named(summary, rivals) : best)),
        );
    }
  }
  const namedBy = new Map<string, string[]>();
  for (const each of summaries) for (const named of namesOf(each)) append(namedBy, named, each.id);
  const reference = tablesUpTo(layers, layers.length - 1);
  const leaders = leadersOf(summaries.map(candidateOf));
  const first = firstByName(summaries).map((tool) => ({ tool, rival: rival(tool)?.id }));
  return { reference, summaries, badges, leftOut, claims, namedBy, formerIds, leaders, totals, first };

  function claim(page: string, by: PageClaim): void {
    append(claims, page, by);
  }
}

/** The tables with which a layer's entries are read: its own and those below it. */
export function tablesUpTo(layers: readonly Pick<MergeLayer, 'tables'>[], at: number): Reference {
  return mergedTables(layers.slice(0, at + 1).map(({ tables }) => tables) as [Reference, ...Reference[]]);
}

/** How many bytes the badge records of so many letters of tools may take, read from so many bytes of buckets. */
export function maxBadgeBytes(letters: number, bytes = Infinity): number {
  return maxOfBadges.fixedBytes + Math.min(letters, bytes) * maxOfBadges.bytesPerLetter;
}

/** What has to hold of a layer as a whole, added up tool by tool. */
function checkedLayer({ feed, from, expected, bytes: length = Infinity }: MergeLayer) {
  const ids = new Set<unknown>();
  const claims = new Map<string, string>();
  const buckets = new Map<string, number>();
  let [letters, bytes, left] = [0, 0, 0];
  const refuse = (code: FeedErrorCode, message: string) => {
    throw new LayerError(feed, code, message);
  };
  const atMost = (max: number) => {
    if (bytes > max)
      refuse('too-large', 'Its badges take more bytes than a catalog with as much text may need.');
  };
  return {
    add(id: unknown): void {
      if (ids.has(id)) refuse('inconsistent', `The tool ${String(id)} is listed twice.`);
      ids.add(id);
    },
    leaveOut(tool: Tool, reason: string): LeftOut {
      const id = String((Object(tool) as Partial<Tool>).id);
      left += 1;
      if (left > maxLeftOut)
        refuse('too-large', `More than ${maxLeftOut} of its tools cannot be shown; ${id} ${reason}.`);
      return { id, feed, ...(from && { from }), reason };
    },
    claim({ id }: Tool, derived: Derived): void {
      letters += derived.letters;
      for (const { page, bytes: ofPage } of derived.pages) {
        const other = claims.get(page);
        if (other) refuse('inconsistent', `The page ${page} is claimed by both ${other} and ${id}.`);
        claims.set(page, id);
        const bucket = bucketOf(page);
        const inBucket = (buckets.get(bucket) ?? 0) + 1;
        buckets.set(bucket, inBucket);
        if (inBucket > maxOfBadges.recordsInBucket)
          refuse('too-large', `Over ${maxOfBadges.recordsInBucket} of its pages share one bucket: ${page}.`);
        bytes += ofPage;
      }
      // Not only at the end, since what is derived is in memory until then.
      atMost(maxBadgeBytes(length));
    },
    end(): LayerTotals {
      if (expected !== undefined && ids.size !== expected)
        refuse('inconsistent', `It has ${ids.size} tools, but its manifest says ${expected}.`);
      atMost(maxBadgeBytes(letters, length));
      return { tools: ids.size, letters, bytes };
    },
  };
}
