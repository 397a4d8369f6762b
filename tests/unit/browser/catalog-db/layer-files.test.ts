import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketNumber } from '../../../../catalog/buckets.ts';
import { reference, tool } from '../../../builders/tool.ts';

const hash = (letter: string) => letter.repeat(64);
const ref = (letter: string) => ({ sha256: hash(letter), length: 9 });
// With one bit there are two buckets, listed by one index file.
const inBucket = (number: number) =>
  tool(
    ['oven', 'pan', 'vat', 'jug', 'cup', 'lid', 'sieve', 'bowl'].find(
      (id) => bucketNumber(id, 1) === number,
    )!,
    'sss',
  );
const [left, right] = [inBucket(0), inBucket(1)];
const layer = { bits: 1, index: [hash('i')], tables: hash('t') };

async function open() {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  const [files, { openDatabase }] = await Promise.all([
    import('../../../../browser/catalog-db/layer-files.ts'),
    import('../../../../browser/catalog-db/database.ts'),
  ]);
  const db = await openDatabase();
  return { ...files, db, all: () => Array.fromAsync(files.layerReader(layer, db).allTools()) };
}
let own: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  own = await open();
});

describe('a stored file', () => {
  it('is found for the role it was checked for alone', async () => {
    await own.putFiles([
      ['bucket', hash('b'), [left]],
      ['index', hash('i'), [ref('b'), null]],
      ['tables', hash('t'), reference],
    ]);
    for (const role of ['bucket', 'index', 'tables'] as const)
      for (const letter of ['b', 'i', 't']) {
        const missing = await own.missingFiles(role, [hash(letter)]);
        expect([role, letter, missing.size]).toEqual([role, letter, role.startsWith(letter) ? 0 : 1]);
      }
    expect((await own.all()).flat()).toEqual([left]);
    expect(await own.layerTables(layer, own.db)).toEqual(reference);
  });

  it.each([
    ['a bucket in the place of another', { 'bucket:b': [right], 'bucket:c': [left] }],
    ['one bucket in both places', { 'bucket:c': [left] }],
    ['a bucket that is missing', { 'bucket:c': undefined }],
    ['an index file in the place of a bucket', { 'bucket:c': [ref('b'), null] }],
    ['tables in the place of a bucket', { 'bucket:c': reference }],
    ['a bucket of things without an id', { 'bucket:c': [7, null] }],
    ['a bucket in the place of an index file', { 'index:i': [left] }],
    ['an index file that is text', { 'index:i': 'bc' }],
    ['an index file of hashes that are none', { 'index:i': [{ sha256: 7 }, undefined] }],
  ])('is refused: %s', async (_, damage) => {
    await own.putFiles([
      ['bucket', hash('b'), [left]],
      ['bucket', hash('c'), [right]],
      ['index', hash('i'), [ref('b'), ref('c')]],
    ]);
    expect((await own.all()).flat()).toEqual([left, right]);
    for (const [key, value] of Object.entries(damage)) {
      const [role, letter] = key.split(':') as [string, string];
      const at = `${role}:${hash(letter)}`;
      await (value === undefined ? own.db.delete('files', at) : own.db.put('files', value as never, at));
    }
    await expect(own.all()).rejects.toThrow(/missing or damaged|does not belong/);
  });

  it.each([undefined, null, 7, 'text', [], {}, { ...reference, jobs: 7 }, { ...reference, reviewers: {} }])(
    'is refused as tables: %j',
    async (tables) => {
      if (tables !== undefined) await own.db.put('files', tables as never, `tables:${hash('t')}`);
      await expect(own.layerTables(layer, own.db)).rejects.toThrow('missing or damaged');
    },
  );
});
