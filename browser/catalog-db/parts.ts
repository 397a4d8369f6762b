import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { hashOf } from '../../catalog/buckets.ts';
import type { PageClaim } from '../../catalog/page-claims.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import type { HostLabels } from '../host-access/product-hosts.ts';
import { asShelf, badgesOnShelf, type Shelf } from './badge-shelves.ts';

/** What the entries of a stored table are, by its name; keys are ids of tools, page ids or hosts. */
export type Tables = {
  summaries: ToolSummary;
  badges: BadgeRecord;
  claims: PageClaim[];
  namedBy: string[];
  productHosts: HostLabels;
};
export type TableName = keyof Tables;

/** How one part of a table is stored. */
export type StoredParts = {
  [N in TableName]: N extends 'summaries'
    ? ToolSummary[]
    : N extends 'badges'
      ? Shelf
      : Map<string, Tables[N]>;
};

/**
 * For each part of a table, by its number, the generation that wrote it; 0 where it is empty and not stored. So an update
 * writes the parts that it changes beside the others, and the catalog of either generation is whole.
 */
export type Parts = Record<TableName, number[]>;

export const tableNames = ['summaries', 'badges', 'claims', 'namedBy', 'productHosts'] as const;

// How many entries a part has: few enough to be rewritten for one of them, many enough that all are read in a moment.
const meanEntries: Record<TableName, number> = {
  summaries: 256,
  badges: 64,
  claims: 64,
  namedBy: 512,
  productHosts: 512,
};
const maxParts = 4_096;

/** How many parts a table of so many entries has; a power of two, so that an entry's part can be told by its hash. */
export function partCount(name: TableName, entries: number): number {
  return Math.min(maxParts, 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, entries) / meanEntries[name]))));
}

/** Which of so many parts holds a key. */
export function partOf(key: string, count: number): number {
  return hashOf(key) & (count - 1);
}

/** The entries of a table as so many parts. */
export function cut<V>(entries: Iterable<readonly [string, V]>, count: number): Map<string, V>[] {
  const parts = Array.from({ length: count }, () => new Map<string, V>());
  for (const [key, value] of entries) parts[partOf(key, count)]!.set(key, value);
  return parts;
}

type Codec<N extends TableName> = {
  encode(part: Map<string, Tables[N]>): StoredParts[N];
  decode(stored: StoredParts[N]): Map<string, Tables[N]>;
};
const asMap = <V>() => ({
  encode: (part: Map<string, V>) => part,
  decode: (stored: Map<string, V>) => stored,
});

const codecs: { [N in TableName]: Codec<N> } = {
  summaries: {
    encode: (part) => [...part.values()],
    decode: (stored) => new Map(stored.map((summary) => [summary.id, summary])),
  },
  badges: { encode: asShelf, decode: badgesOnShelf },
  claims: asMap(),
  namedBy: asMap(),
  productHosts: asMap(),
};

/** A part as it is stored. */
export function encoded<N extends TableName>(name: N, part: Map<string, Tables[N]>): StoredParts[N] {
  return codecs[name].encode(part);
}

/** A stored part as entries by key; throws if it is missing or damaged into something else. */
export function decoded<N extends TableName>(
  name: N,
  stored: StoredParts[N] | undefined,
): Map<string, Tables[N]> {
  const isPart =
    name === 'summaries'
      ? Array.isArray(stored)
      : name === 'badges'
        ? Boolean(stored)
        : stored instanceof Map;
  if (!isPart) throw new Error(`A stored part of ${name} is missing or damaged.`);
  return codecs[name].decode(stored!);
}
