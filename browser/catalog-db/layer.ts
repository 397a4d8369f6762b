import type { Reference } from '../../catalog/reference.ts';

/**
 * One feed's part of the catalog in force. `index` and `tables` are SHA-256 of stored files.
 * `manifest` (SHA-256 of its bytes) and `expires` are missing where the part came with the package.
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

/** The whole catalog in force: its layers, lowest first, and their tables as one; `tools` counts a replaced tool once. */
export type StoredCatalog = { layers: [Layer, ...Layer[]]; reference: Reference; tools: number };
