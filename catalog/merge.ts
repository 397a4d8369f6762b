import { badgeRecord, withNotes, withRival, type BadgeRecord } from './badge-record.ts';
import { bucketOf } from './buckets.ts';
import { FeedError, type FeedErrorCode } from './feed/feed-error.ts';
import { maxLeftOut, maxOfBadges } from './feed/limits.ts';
import { mergedTables } from './feed/tables.ts';
import { dropTakenIds, withOwnIds } from './former-ids.ts';
import { normalizePageId } from './page-id.ts';
import { notesOfPage, type PageNotes } from './page-notes.ts';
import type { Reference } from './reference.ts';
import { rivalFinder } from './rivals.ts';
import { boundedBytes, boundedLetters } from './tool-bounds.ts';
import { assertCounts } from './tool-rules.ts';
import type { Tool } from './tool-schema.ts';
import { summaryOf, type ToolSummary } from './tool-summary.ts';

/** One feed's part of a catalog: `from` is the label that its entries carry, `expected` how many tools its manifest says. */
export type MergeLayer = {
  feed: string;
  from?: string | undefined;
  tables: Reference;
  tools: Iterable<readonly Tool[]> | AsyncIterable<readonly Tool[]>;
  expected?: number;
};

/** A tool that cannot be shown; the reason follows its name: "has 20,000 pages, more than 100". */
export type LeftOut = { id: string; feed: string; from?: string; reason: string };

/** What follows from a catalog's layers: stored beside them, so that a page or a popup computes nothing. */
export type MergedCatalog = {
  reference: Reference;
  summaries: ToolSummary[];
  /** Badge records by normalized page id. */
  badges: Map<string, BadgeRecord>;
  leftOut: LeftOut[];
};

/** The refusal of one layer of several. */
export class LayerError extends FeedError {
  readonly feed: string;

  constructor(feed: string, code: FeedErrorCode, message: string) {
    super(code, message);
    this.feed = feed;
  }
}

type Page = { page: string; isFormer: boolean; notes: PageNotes | undefined; bytes: number };
type Derived = { summary: ToolSummary; record: BadgeRecord; pages: Page[] };

/**
 * The one merge of catalogs, for readers, checks and publishers: reads every tool of the layers once, the uppermost layer
 * first; its entry replaces those of the same id below, and its pages theirs. A tool from which something cannot be derived,
 * or too much, is left out alone; `prove` may throw for further reasons. Throws a LayerError where a layer contradicts itself.
 */
export async function mergeCatalog(
  layers: readonly [MergeLayer, ...MergeLayer[]],
  prove?: (tool: Tool, reference: Reference) => void,
): Promise<MergedCatalog> {
  const summaries = new Map<string, ToolSummary>();
  const records = new Map<string, BadgeRecord>();
  const owners = new Map<string, Page & { tool: string }>();
  const leftOut: LeftOut[] = [];
  for (const [at, layer] of [...layers.entries()].reverse()) {
    // Only with the tables below it, so that no feed changes what follows from another's entries.
    const tables = tablesUpTo(layers, at);
    const isBase = at === 0;
    const replaced = new Set(summaries.keys());
    const checked = checkedLayer(layer);
    for await (const tools of layer.tools) {
      for (const tool of tools) {
        checked.add((Object(tool) as Partial<Tool>).id);
        const derived = attempt(() => {
          const letters = boundedLetters(tool);
          assertCounts(tool);
          prove?.(tool, tables);
          return { letters, ...derive(tool, tables, layer.from) };
        });
        if (typeof derived === 'string') leftOut.push(checked.leaveOut(tool, derived));
        else {
          checked.claim(tool, derived);
          if (!replaced.has(tool.id)) keep(tool.id, derived, isBase);
        }
      }
    }
    checked.end();
  }
  const all = [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  dropTakenIds(all);
  const rival = rivalFinder(all);
  const withRivals = new Map(all.map((tool) => [tool.id, withRival(records.get(tool.id)!, rival(tool))]));
  const badges = [...owners.values()].map(
    ({ page, tool, notes }) => [page, withNotes(withRivals.get(tool)!, notes)] as const,
  );
  const reference = tablesUpTo(layers, layers.length - 1);
  return { reference, summaries: all, badges: new Map(badges), leftOut };

  function keep(tool: string, { summary, record, pages }: Derived, isBase: boolean): void {
    summaries.set(tool, withOwnIds(summary, isBase));
    records.set(tool, record);
    for (const page of pages) {
      const owner = owners.get(page.page);
      // That a page has moved is not for a feed to say as long as another tool lives there.
      if (!owner || (owner.isFormer && !page.isFormer)) owners.set(page.page, { ...page, tool });
    }
  }
}

function tablesUpTo(layers: readonly MergeLayer[], at: number): Reference {
  return mergedTables(layers.slice(0, at + 1).map(({ tables }) => tables) as [Reference, ...Reference[]]);
}

/** All that is stored of one tool, whatever the other tools are; throws in words that follow its name. */
function derive(tool: Tool, reference: Reference, from: string | undefined): Derived {
  const record = badgeRecord(tool, reference, from);
  const pages = new Map<string, Page>();
  for (const [list, isFormer] of [
    [tool.formerPages ?? [], true],
    [tool.pages, false],
  ] as const)
    for (const page of list.map(normalizePageId)) {
      const notes = notesOfPage(tool, page);
      const bytes = page.length + boundedBytes(withNotes(record, notes));
      pages.set(page, { page, isFormer, bytes, notes: Object.keys(notes).length > 0 ? notes : undefined });
    }
  return { summary: summaryOf(tool, reference, from), record, pages: [...pages.values()] };
}

/** What has to hold of a layer as a whole, added up tool by tool. */
function checkedLayer({ feed, from, expected }: MergeLayer) {
  const ids = new Set<unknown>();
  const claims = new Map<string, string>();
  const buckets = new Map<string, number>();
  let [total, max, left] = [0, maxOfBadges.fixedBytes, 0];
  const refuse = (code: FeedErrorCode, message: string) => {
    throw new LayerError(feed, code, message);
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
    claim({ id }: Tool, { pages, letters }: Derived & { letters: number }): void {
      max += letters * maxOfBadges.bytesPerLetter;
      for (const { page, bytes } of pages) {
        const other = claims.get(page);
        if (other) refuse('inconsistent', `The page ${page} is claimed by both ${other} and ${id}.`);
        claims.set(page, id);
        const bucket = bucketOf(page);
        const inBucket = (buckets.get(bucket) ?? 0) + 1;
        buckets.set(bucket, inBucket);
        if (inBucket > maxOfBadges.recordsInBucket)
          refuse('too-large', `Over ${maxOfBadges.recordsInBucket} of its pages share one bucket: ${page}.`);
        total += bytes;
      }
      // Not only at the end, since what is derived is in memory until then.
      if (total > max)
        refuse('too-large', 'Its badges take more bytes than a catalog with as much text may need.');
    },
    end(): void {
      if (expected !== undefined && ids.size !== expected)
        refuse('inconsistent', `It has ${ids.size} tools, but its manifest says ${expected}.`);
    },
  };
}

const maxReason = 200;

function attempt<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return String((error as Error).message).slice(0, maxReason);
  }
}
