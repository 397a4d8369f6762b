import type { LeftOut } from '../../catalog/merge.ts';
import type { Reference } from '../../catalog/reference.ts';
import { defaultFeed } from '../feed-client/subscriptions.ts';

/**
 * One feed's part of a catalog. `index` and `tables` are the SHA-256 of stored files; `manifest` (SHA-256 of its bytes) and
 * `expires` are missing in the layer of the bundled catalog.
 */
export type Layer = {
  feed: string;
  name: string;
  version: number;
  published: string;
  expires?: string;
  manifest?: string;
  tools: number;
  bits: number;
  index: string[];
  tables: string;
};

/**
 * A whole catalog: its layers, lowest first, and their tables as one. `tools` counts a replaced tool once; `leftOut` names the
 * tools that could not be shown; `pages` counts the pages on each shelf of badges, so that a loss is noticed.
 */
export type StoredCatalog = {
  layers: [Layer, ...Layer[]];
  reference: Reference;
  tools: number;
  leftOut: LeftOut[];
  pages: number[];
};

/** The name of the feed that a layer's entries come from; nothing for the bundled catalog and the build's own feed. */
export function feedLabel({ feed, name, manifest }: Layer): string | undefined {
  return manifest === undefined || feed === defaultFeed?.feed ? undefined : name;
}
