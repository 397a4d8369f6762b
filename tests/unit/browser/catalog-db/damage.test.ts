import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch, isDamaged, lookupKeys } from '../../../../browser/catalog-db/badge-lookup.ts';
import { tableNames } from '../../../../browser/catalog-db/parts.ts';
import type { Message } from '../../../../browser/messages.ts';
import { inDatabase, replaceFiles } from '../../../builders/failing-stores.ts';
import { makeKey } from '../../../builders/feed.ts';
import { feedExtension, kitchen } from '../../../builders/feed-extension.ts';
import { tool } from '../../../builders/tool.ts';

const { extension, following } = feedExtension();

// A tool of a feed, which the bundled catalog lacks, so that to answer from that would be to say that there is none.
const page = 'pkg:github/someone/vat';
const vat = tool('vat', 'sss', { pages: [page, 'vat.example'] });

/** An extension that follows a feed, whose pages and background are one, as in a browser that has just started. */
async function started() {
  const own = await extension();
  await following(own, await kitchen(1, [vat], await makeKey()));
  const [{ watchPublished }, { readProductHosts }, { pageHandlers }, { openCatalog }, { readHealth }] =
    await Promise.all([
      import('../../../../browser/catalog-db/check-published.ts'),
      import('../../../../browser/host-access/product-sites.ts'),
      import('../../../../browser/page-messages.ts'),
      import('../../../../browser/catalog-db/open-catalog.ts'),
      import('../../../../browser/catalog-db/health.ts'),
    ]);
  watchPublished(own.repairCatalog);
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage') as unknown as Mock<(sent: Message) => unknown>;
  send.mockImplementation(async ({ type }) => {
    if (type === 'repair-catalog') await own.repairCatalog();
  });
  return { ...own, readProductHosts, pageHandlers, openCatalog, readHealth };
}
type Own = Awaited<ReturnType<typeof started>>;

const sender = {
  ...({ kind: 'content-script', url: 'https://github.com/someone/vat', host: 'github.com' } as const),
  tab: { id: 7, windowId: 1, index: 0, incognito: false },
};

/** What each surface shows of the tool, as its code asks for it. */
const surfaces: Record<string, (own: Own) => Promise<unknown>> = {
  badge: async ({ pageHandlers }) => {
    const stored = await fakeBrowser.storage.local.get(lookupKeys([page]));
    const match = isDamaged(stored, [page])
      ? await pageHandlers['look-up'](null, sender)
      : findMatch(stored, [page]);
    return match?.record.votes;
  },
  popup: async ({ openCatalog }) => {
    const catalog = await openCatalog();
    const badge = await catalog.badgeOfPage([page]);
    return badge && (await catalog.entry(badge.tool))?.tool.name;
  },
  comparison: async ({ openCatalog }) => (await (await openCatalog()).entry('vat'))?.tool.name,
  'catalog page': async ({ openCatalog }) => (await (await openCatalog()).index()).map(({ id }) => id),
  search: async ({ openCatalog }) =>
    (await (await openCatalog()).index()).find(({ id }) => id === 'vat')?.votes,
  settings: async ({ readProductHosts }) => (await readProductHosts()).map(({ host }) => host),
};
const shown = {
  badge: 'sss--',
  popup: 'Vat',
  comparison: 'Vat',
  'catalog page': ['oven', 'pan', 'vat'],
  search: 'sss--',
  settings: ['vat.example'],
};

const generation = async () =>
  (await (await import('../../../../browser/catalog-db/database.ts')).activeHead())!.generation;
const lose = (store: string) => () => inDatabase((named) => void named(store).clear());
const publish = (items: Record<string, unknown>) => () => fakeBrowser.storage.local.set(items);

/** Each store, or part of one, and how it is lost. */
const damages: Record<string, () => unknown> = {
  'the files': lose('files'),
  'the buckets of tools': () => replaceFiles('bucket', undefined),
  'a bucket of tools, which is something else': () => replaceFiles('bucket', 7),
  'the index files': () => replaceFiles('index', undefined),
  'the tables': () => replaceFiles('tables', undefined),
  'the record of the catalog': lose('catalogs'),
  ...Object.fromEntries(tableNames.map((name) => [`the parts of ${name}`, lose(name)])),
  'the head': lose('active'),
  'the catalog that the head names': () =>
    inDatabase((named) => void named('active').put({ generation: 99, extension: '1.0' }, 'head')),
  'all but the head': () =>
    inDatabase((named) => {
      for (const name of ['files', 'catalogs', 'notes', ...tableNames]) named(name).clear();
    }),
  'a shelf of badges, which is something else': async () => {
    const key = [await generation(), 0];
    await inDatabase((named) => void named('badges').put({ [bucketKey(page)]: 7 }, key));
  },
  'the published head': () => fakeBrowser.storage.local.remove('catalog'),
  'the published head, which is something else': publish({ catalog: 'none' }),
  'a published bucket, which is something else': publish({ [bucketKey(page)]: 7 }),
  'a published badge, which is something else': publish({
    [bucketKey(page)]: { since: 1, badges: { [page]: 7 } },
  }),
};

// A check that waits for its second ends with its test, and writes nothing into the next one.
beforeEach(() => {
  const toFake = ['Date', 'setTimeout', 'clearTimeout'] as const;
  vi.useFakeTimers({ toFake: [...toFake], now: Date.now() });
});

describe('what was lost', () => {
  vi.setConfig({ testTimeout: 20_000 });
  it.each(
    Object.keys(surfaces).flatMap((surface) =>
      Object.keys(damages).map((damage) => [surface, damage] as const),
    ),
  )('is said to be nowhere by the %s, where it was %s', async (surface, damage) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const own = await started();
    expect(await surfaces[surface]!(own)).toEqual(shown[surface as keyof typeof shown]);
    await damages[damage]!();
    expect(await surfaces[surface]!(own)).toEqual(shown[surface as keyof typeof shown]);
  });
});
