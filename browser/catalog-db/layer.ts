import type { FirstTool } from '../../catalog/first-tools.ts';
import type { LeftOut, MergeNotes } from '../../catalog/merge.ts';
import type { Reference } from '../../catalog/reference.ts';
import { defaultFeed } from '../feed-client/subscriptions.ts';
import type { Parts } from './parts.ts';

/**
 * One feed's part of a catalog. `index` and `tables` are the SHA-256 of stored files; `bytes` is how long all buckets are;
 * `manifest` (SHA-256 of its bytes) and `expires` are missing in the layer of the bundled catalog.
 */
export type Layer = {
  feed: string;
  name: string;
  version: number;
  published: string;
  expires?: string;
  manifest?: string;
  tools: number;
  bytes: number;
  bits: number;
  index: string[];
  tables: string;
};

/**
 * A whole catalog: its layers, lowest first, and their tables as one. `tools` counts a replaced tool once; `leftOut` names the
 * tools that could not be shown; `parts` says where its tables are; `pages` counts the pages on each shelf of badges, so that a
 * loss is noticed.
 */
export type StoredCatalog = {
  layers: [Layer, ...Layer[]];
  reference: Reference;
  tools: number;
  leftOut: LeftOut[];
  parts: Parts;
  pages: number[];
};

/** What the next update needs of a catalog beside its tables. */
export type UpdateNotes = Pick<MergeNotes, 'formerIds' | 'leaders' | 'totals'>;

/** All that is stored of a catalog beside its record and its tables. */
export type Beside = { notes: UpdateNotes; first: FirstTool[] };

/** The name of the feed that a layer's entries come from; nothing for the bundled catalog and the build's own feed. */
export function feedLabel({ feed, name, manifest }: Layer): string | undefined {
  return manifest === undefined || feed === defaultFeed?.feed ? undefined : name;
}
