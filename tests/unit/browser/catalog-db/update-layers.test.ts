import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { headKey } from '../../../../browser/catalog-db/badge-lookup.ts';
import type { StoredCatalog } from '../../../../browser/catalog-db/layer.ts';
import { tableNames, type TableName } from '../../../../browser/catalog-db/parts.ts';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { makeFeed, makeKey } from '../../../builders/feed.ts';
import { feedExtension, kitchen, type Extension } from '../../../builders/feed-extension.ts';
import { reference, tool } from '../../../builders/tool.ts';

const { web, extension, following } = feedExtension();
const key = await makeKey();
const stars = (value: number) => ({ stars: { value, checked: '2026-11-20' } });
const own = (id: string, at: number, more: Partial<Tool> = {}) =>
  tool(id, 'sss', { pages: [`pkg:github/someone/${id}`, `${id}.example/docs`], ...more }, stars(at));
const many = Array.from({ length: 300 }, (_, at) =>
  own(`t${at}`, at, { ...(at % 3 === 0 && { rivals: [`t${(at + 7) % 300}`, 'pan'] }) }),
);
const without = (...ids: string[]) => many.filter(({ id }) => !ids.includes(id));

type Stored = { generation: number; catalog: StoredCatalog; tables: Record<TableName, Map<string, unknown>> };

/** All that is stored of the active catalog, whatever parts it lies in, and what is left of others. */
async function stored(): Promise<Stored & { notes: unknown; files: IDBValidKey[]; rest: number }> {
  const { openDatabase, activeHead } = await import('../../../../browser/catalog-db/database.ts');
  const { decoded } = await import('../../../../browser/catalog-db/parts.ts');
  const db = await openDatabase();
  const { generation } = (await activeHead())!;
  const catalog = (await db.get('catalogs', generation))!;
  const tables = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as Stored['tables'];
  let rest = (await db.count('catalogs')) + (await db.count('notes')) - 2;
  for (const name of tableNames) {
    rest += await db.count(name);
    for (const [number, of] of catalog.parts[name].entries()) {
      if (of === 0) continue;
      rest -= 1;
      for (const [id, entry] of decoded(name, (await db.get(name, [of, number])) as never))
        tables[name].set(id, entry);
    }
  }
  const files = await db.getAllKeys('files');
  return { generation, catalog, tables, notes: await db.get('notes', generation), files, rest };
}

/** What of that has to be the same after an update and after a merge of all tools. */
function comparable({ catalog, tables, notes, files, rest }: Awaited<ReturnType<typeof stored>>) {
  const { layers, reference, tools, leftOut } = catalog;
  return { layers, reference, tools, leftOut, tables, notes, files, rest };
}

/** How many parts of tables an earlier generation wrote. */
function oldParts({ catalog, generation }: Stored): number {
  const all = tableNames.flatMap((name) => catalog.parts[name]);
  return all.filter((of) => of !== 0 && of !== generation).length;
}

// What a test before may still write is not one of these.
const isOurs = (page: string) => /(^|\/)(t\d+|urn|pan|oven)\b/.test(page);

/** What content scripts read of our tools, without the generations. */
async function published() {
  const { badgesIn, readHead } = await import('../../../../browser/catalog-db/badge-lookup.ts');
  const all = await fakeBrowser.storage.local.get();
  const { generation } = readHead(all)!;
  const buckets = Object.entries(all).filter(([key]) => key !== headKey);
  const badges = buckets.flatMap(([, bucket]) => Object.entries(badgesIn(bucket, generation)));
  return Object.fromEntries(badges.filter(([page]) => isOurs(page)));
}

async function updated(before: Tool[], after: Tool[], more: object = {}): Promise<Extension> {
  const background = await extension();
  await following(background, await kitchen(1, before, key));
  web.files = (await kitchen(2, after, key, more)).files;
  await background.refreshFeeds();
  expect((await background.readSubscriptions())[0]?.lastError).toBeUndefined();
  return background;
}

describe('an update of a feed', () => {
  it.each<[string, Tool[]]>([
    ['some tools changed', [...without('t1', 't2'), own('t1', 1, { name: 'Else' }), own('t2', 9_999)]],
    [
      'tools were renamed, removed and added',
      [...without('t299', 't298', 't3'), own('t299', 299, { name: 'Z' }), own('urn', 70_000)],
    ],
    [
      'a page moved from one tool to another',
      [
        ...without('t4', 't5'),
        own('t4', 4, { pages: many[5]!.pages }),
        own('t5', 5, { pages: ['t4.example'], formerPages: ['pkg:github/someone/t0-old'] }),
      ],
    ],
    [
      'a tool replaces a bundled one, and claims its page',
      [...without('t6'), own('pan', 1, { pages: ['pkg:github/someone/oven'] })],
    ],
    ['a tool cannot be shown any more', [...without('t7'), own('t7', 7, { community: { ship: 2, of: 1 } })]],
    ['nothing is different but its date', many],
  ])('stores what a merge of all tools would, where %s', async (_, after) => {
    const background = await updated(
      many,
      after.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const [update, badges] = [await stored(), await published()];
    // Not all of it was written.
    expect(oldParts(update)).toBeGreaterThan(0);
    await background.rebuildCatalog();
    const whole = await stored();
    expect(oldParts(whole)).toBe(0);
    expect(comparable(update)).toEqual(comparable(whole));
    expect(badges).toEqual(await published());
    expect(update.rest).toBe(0);
  });

  it('writes few records and badge buckets', async () => {
    const background = await extension();
    await following(background, await kitchen(1, many, key));
    web.files = (await kitchen(2, [...without('t1'), own('t1', 1, { maker: 'Else' })], key)).files;
    const [put, set] = [
      vi.spyOn(IDBObjectStore.prototype, 'put'),
      vi.spyOn(fakeBrowser.storage.local, 'set'),
    ];
    await background.refreshFeeds();
    const inParts = (put.mock.contexts as IDBObjectStore[]).filter(({ name }) =>
      (tableNames as readonly string[]).includes(name),
    );
    expect(inParts).toHaveLength(1);
    expect(set.mock.calls.flatMap(([items]) => Object.keys(items))).toEqual([headKey]);
  });

  it.each<[string, object]>([
    [
      'licenses',
      {
        tables: {
          ...reference,
          licenses: { ...reference.licenses, X: { ...reference.licenses.MIT!, name: 'X' } },
        },
      },
    ],
    ['number of buckets', { mend: (manifest: object) => manifest }],
  ])('merges all tools where it has another %s', async (what, more) => {
    const few = many.slice(0, 150);
    await updated(what === 'licenses' ? many : few, many, more);
    const now = await stored();
    expect([oldParts(now), now.rest]).toEqual([0, 0]);
  });

  it('merges no more than what changed where only the names of jobs did', async () => {
    const jobs = { ...reference.jobs, frying: reference.jobs.baking! };
    await updated(many, [...without('t1'), own('t1', 1, { maker: 'Else' })], {
      tables: { ...reference, jobs },
    });
    const now = await stored();
    expect(oldParts(now)).toBeGreaterThan(0);
    expect(now.catalog.reference.jobs).toHaveProperty('frying');
  });

  it('publishes everything where another activation was interrupted before', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const background = await extension();
    await following(background, await kitchen(1, many, key));
    const versions = await Promise.all([
      kitchen(2, [...without('t1'), own('t1', 1, { name: 'Lost' })], key),
      kitchen(3, [...without('t2'), own('t2', 2, { name: 'Kept' })], key),
    ]);
    const real = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    for (const { files } of versions) {
      web.files = files;
      // The head is written last: badges of the first are published by then.
      if (files === versions[0].files)
        set.mockImplementation((items: Record<string, unknown>) => {
          if (headKey in items) throw new Error('killed');
          return real(items) as never;
        });
      await background.refreshFeeds();
      set.mockRestore();
    }
    const badges = JSON.stringify(await published());
    expect(badges).toContain('Kept');
    expect(badges).not.toContain('Lost');
  });

  it('leaves files that a killed download has stored for the next start to delete', async () => {
    const background = await updated(many.slice(0, 20), many.slice(0, 20));
    const { files } = await stored();
    const { putFiles } = await import('../../../../browser/catalog-db/layer-files.ts');
    await putFiles([['bucket', 'f'.repeat(64), [many[0]!]]]);
    await background.ensureCatalog();
    expect((await stored()).files).toEqual(files);
  });

  it('keeps a file that another feed has too', async () => {
    const background = await extension();
    await following(background, await kitchen(1, many, key));
    const twin = await makeFeed({ tools: many.map((each) => each), key, feed: 'twin', name: 'Twin' });
    for (const [file, bytes] of twin.files) web.files.set(`twin/${file}`, bytes);
    const place = { feed: 'twin', name: 'Twin', url: 'https://feeds.example/kitchen/twin/', key: key.text };
    await background.changeSubscriptions((all) => [...all, background.subscriptionTo(place)]);
    await background.refreshFeeds();
    const files = (await kitchen(2, [...without('t1'), own('t1', 1, { name: 'Else' })], key)).files;
    for (const [file, bytes] of files) web.files.set(file, bytes);
    await background.refreshFeeds();
    const update = await stored();
    await background.rebuildCatalog();
    expect(comparable(update)).toEqual(comparable(await stored()));
  });
});
