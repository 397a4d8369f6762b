import type { StoredCatalog } from '../../browser/catalog-db/layer.ts';
import { reference } from './tool.ts';

/** The record of a stored catalog of one layer, with that many tools and no part of any table. */
export function catalogOf(tools: number): StoredCatalog {
  const published = '2026-11-01T00:00:00Z';
  const files = { bits: 0, index: ['index'], tables: 'tables' };
  return {
    layers: [{ feed: 'own', name: 'Own', version: 1, published, tools, bytes: 0, ...files }],
    reference,
    tools,
    leftOut: [],
    parts: { summaries: [0], badges: [0], claims: [0], namedBy: [0], productHosts: [0] },
    pages: [0],
  };
}
