import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';

const list = (before: unknown) => (Array.isArray(before) ? before : []) as unknown[];

// Each is the module as one page of the extension has it; all share the database.
async function page() {
  vi.resetModules();
  const [db, { probeUserDb }] = await Promise.all([
    import('../../../../browser/user-data/user-db.ts'),
    import('../../../../browser/user-data/user-db-connection.ts'),
  ]);
  return { ...db, probeUserDb };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.spyOn(console, 'warn').mockReturnValue();
});

describe('items of the person', () => {
  it('are there for other pages, and not stored as undefined', async () => {
    const [one, other] = [await page(), await page()];
    expect(await one.readItem('watched')).toBeUndefined();
    expect(await one.changeItem('watched', () => ['oven'])).toEqual(['oven']);
    expect(await other.readItem('watched')).toEqual(['oven']);
    await other.changeItem('watched', () => undefined);
    expect(await one.readItem('watched')).toBeUndefined();
  });
  it('lose none of fifty changes that two pages make at once', async () => {
    const pages = [await page(), await page()];
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        pages[at % 2]!.changeItem('watched', (before) => [...list(before), at]),
      ),
    );
    expect(list(await pages[0]!.readItem('watched')).toSorted()).toEqual(
      Array.from({ length: 50 }, (_, at) => at).toSorted(),
    );
  });
  it('tell this page and others of a change, until they stop listening', async () => {
    const [one, other] = [await page(), await page()];
    const heard: string[] = [];
    const stops = [
      one.onItemChanged((key) => heard.push(`one ${key}`)),
      other.onItemChanged((key) => heard.push(`other ${key}`)),
    ];
    await one.changeItem('watched', () => []);
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(['one watched', 'other watched']));
    stops.forEach((stop) => stop());
    await one.changeItem('feeds', () => []);
    expect(heard).toHaveLength(2);
  });
});

describe('the database of a person’s items', () => {
  it('is used as it is when a later release made it', async () => {
    const later = await openDB('user', 7, { upgrade: (db) => void db.createObjectStore('items') });
    await later.put('items', ['oven'], 'watched');
    later.close();
    expect(await (await page()).readItem('watched')).toEqual(['oven']);
  });
  it('is mended where it has no items', async () => {
    (await openDB('user', 3, { upgrade: (db) => void db.createObjectStore('others') })).close();
    const one = await page();
    await one.changeItem('watched', () => ['oven']);
    expect(await one.readItem('watched')).toEqual(['oven']);
    expect(await one.probeUserDb()).toBeUndefined();
  });
  it('gives way to a page that deletes it, and is made anew', async () => {
    const [one, other] = [await page(), await page()];
    await one.changeItem('watched', () => ['oven']);
    await other.changeItem('watched', (before) => before);
    await one.resetUserDb();
    expect(await other.readItem('watched')).toBeUndefined();
    await other.changeItem('watched', () => ['pan']);
    expect(await one.readItem('watched')).toEqual(['pan']);
  });
  it.each<[string, () => void]>([
    ['is missing', () => vi.stubGlobal('indexedDB', undefined)],
    [
      'throws',
      () =>
        vi.stubGlobal('indexedDB', {
          open: () => {
            throw new DOMException('Denied.', 'SecurityError');
          },
        }),
    ],
    [
      'is full',
      () =>
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
          throw new DOMException('Full.', 'QuotaExceededError');
        }),
    ],
  ])('that %s leaves items in memory, and says so when probed', async (_, fail) => {
    fail();
    const one = await page();
    expect(await one.readItem('watched')).toBeUndefined();
    expect(await one.changeItem('watched', (before) => [...list(before), 'oven'])).toEqual(['oven']);
    expect(await one.changeItem('watched', (before) => [...list(before), 'pan'])).toEqual(['oven', 'pan']);
    expect(await one.readItem('watched')).toEqual(['oven', 'pan']);
    expect(await one.probeUserDb()).toEqual(expect.any(String));
  });
  it('stores what was in memory once it works again', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    const one = await page();
    await one.changeItem('watched', () => ['oven']);
    put.mockRestore();
    await one.changeItem('watched', (before) => [...list(before), 'pan']);
    expect(await (await page()).readItem('watched')).toEqual(['oven', 'pan']);
  });
  it('that never answers holds up one question only', async () => {
    vi.stubGlobal('indexedDB', { open: () => ({ addEventListener: () => undefined }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const one = await page();
    const first = one.readItem('watched');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await first).toBeUndefined();
    expect(await one.changeItem('watched', () => ['oven'])).toEqual(['oven']);
    expect(await one.readItem('watched')).toEqual(['oven']);
    vi.useRealTimers();
  });
});

describe('a page without a database of its own', () => {
  // The background answers messages; the page is in one of Firefox's private windows, or its database fails.
  async function withBackground(isPrivate: boolean) {
    const background = await page();
    const handlers = background.itemHandlers();
    const answers = vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((sent: unknown) => {
      const { type, data } = JSON.parse(JSON.stringify(sent)) as { type: 'read-item'; data: { key: string } };
      return handlers[type](data, { kind: 'own-page' });
    });
    vi.spyOn(browser.extension, 'inIncognitoContext', 'get').mockReturnValue(isPrivate);
    const own = await page();
    if (!isPrivate) vi.stubGlobal('indexedDB', undefined);
    return { background, own, answers };
  }

  it('in a private window asks the background', async () => {
    const { background, own } = await withBackground(true);
    await background.changeItem('watched', () => ['oven']);
    expect(await own.readItem('watched')).toEqual(['oven']);
    expect(await own.changeItem('watched', (before) => [...list(before), 'pan'])).toEqual(['oven', 'pan']);
    expect(await own.changeItem('other', (before) => before ?? 'none')).toBe('none');
    expect(await background.readItem('watched')).toEqual(['oven', 'pan']);
  });
  it('loses no change that is made at the same time', async () => {
    const { background, own } = await withBackground(true);
    const add = (id: string) => (before: unknown) => [...list(before), id];
    await Promise.all([
      own.changeItem('watched', add('oven')),
      background.changeItem('watched', add('pan')),
      own.changeItem('watched', add('vat')),
    ]);
    expect(list(await background.readItem('watched')).toSorted()).toEqual(['oven', 'pan', 'vat']);
  });
  it('shares what the background keeps in memory', async () => {
    const { background, own } = await withBackground(false);
    await own.changeItem('watched', () => ['oven']);
    expect(await background.readItem('watched')).toEqual(['oven']);
    expect(await own.readItem('watched')).toEqual(['oven']);
  });
  it.each([
    ['fails', () => Promise.reject(new Error('No receiver.'))],
    ['does not answer', () => Promise.resolve(undefined)],
  ])('keeps items in memory where the background %s too', async (_, answer) => {
    const { own, answers } = await withBackground(true);
    answers.mockImplementation(answer);
    await own.changeItem('watched', (before) => [...list(before), 'oven']);
    await own.changeItem('watched', (before) => [...list(before), 'pan']);
    expect(await own.readItem('watched')).toEqual(['oven', 'pan']);
  });
});
