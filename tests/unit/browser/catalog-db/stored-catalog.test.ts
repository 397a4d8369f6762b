import { describe, expect, it } from 'vitest';
import type { StoredCatalog } from '../../../../browser/catalog-db/layer.ts';
import { tableNames } from '../../../../browser/catalog-db/parts.ts';
import { isStoredCatalog } from '../../../../browser/catalog-db/stored-catalog.ts';
import { reference } from '../../../builders/tool.ts';

// Complete, so that a field that is added to the type and not to the check fails here.
const layer: Required<StoredCatalog['layers'][number]> = {
  ...{ feed: 'kitchen', name: 'Kitchen', version: 1, published: '2026-11-20T08:00:00Z' },
  ...{ expires: '2026-12-20T08:00:00Z', manifest: 'ab', tools: 1, bytes: 9, bits: 0 },
  ...{ index: ['cd'], tables: 'ef' },
};
const catalog: Required<StoredCatalog> = {
  ...{ layers: [layer], reference, tools: 1, leftOut: [], pages: [1] },
  parts: Object.fromEntries(tableNames.map((name) => [name, [1]])) as StoredCatalog['parts'],
};
const without = (value: object, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
const optional = ['expires', 'manifest'];

describe('the record of a catalog', () => {
  it('is one with all of its fields', () => expect(isStoredCatalog(catalog)).toBe(true));
  it.each(Object.keys(catalog))('is none without %s', (key) =>
    expect(isStoredCatalog(without(catalog, key))).toBe(false),
  );
  it.each(Object.keys(layer))('is one without %s of a layer only if that may be missing', (key) =>
    expect(isStoredCatalog({ ...catalog, layers: [without(layer, key)] })).toBe(optional.includes(key)),
  );
  it.each(tableNames)('is none without the parts of %s', (name) =>
    expect(isStoredCatalog({ ...catalog, parts: without(catalog.parts, name) })).toBe(false),
  );
});
