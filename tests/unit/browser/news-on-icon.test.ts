import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import { openDatabase } from '../../../browser/catalog-db/database.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import { showNewsOnIcon } from '../../../browser/news-on-icon.ts';
import { addNews, markSeen } from '../../../browser/user-data/news.ts';
import { settings, writeSetting } from '../../../browser/user-data/settings.ts';
import { watch } from '../../../browser/user-data/watch-list.ts';
import type { Change } from '../../../catalog/changes.ts';

const today = '2026-11-22';
const change = (tool: string, text = 'Free → Paid'): Change => ({
  ...{ tool, name: tool, from: undefined, kind: 'price', text, date: today },
});
const text = vi.fn<(shown: object) => Promise<void>>();
const title = vi.fn<(shown: object) => Promise<void>>();

beforeEach(async () => {
  fakeBrowser.reset();
  for (const each of [text, title]) each.mockReset().mockResolvedValue(undefined);
  const done = () => Promise.resolve();
  Object.assign(fakeBrowser.action, { setBadgeText: text, setTitle: title });
  Object.assign(fakeBrowser.action, { setBadgeBackgroundColor: done, setBadgeTextColor: done });
  const entry = (id: string) => {
    if (id === 'broken') return Promise.reject(new Error('damaged'));
    return Promise.resolve(
      ['oven', 'stove'].includes(id) ? { tool: { id: 'oven', formerIds: ['stove'] } } : undefined,
    );
  };
  vi.spyOn(store, 'openCatalog').mockResolvedValue({ entry } as unknown as CatalogReader);
  await (await openDatabase()).clear('news');
});

describe('the toolbar icon', () => {
  const shows = async (watched: string[], changes: Change[]) => {
    await writeSetting(settings.watched, watched);
    await addNews(changes, today);
    await showNewsOnIcon();
    return (text.mock.lastCall![0] as { text: string }).text;
  };
  it.each<[string, string[], Change[], string]>([
    ['nothing without news', ['oven'], [], ''],
    ['nothing of tools that are not watched', ['pan'], [change('oven')], ''],
    ['nothing without a watch list', [], [change('oven')], ''],
    ['one of two', ['oven'], [change('oven'), change('pan')], '1'],
    ['a tool watched under a former id', ['stove'], [change('oven')], '1'],
    ['a change that came under a former id', ['oven'], [change('stove')], '1'],
    ['one of the same tool twice', ['oven', 'stove'], [change('oven')], '1'],
    ['a tool that is gone', ['vat'], [change('vat')], '1'],
    ['a tool that cannot be read', ['broken', 'oven'], [change('oven'), change('broken')], '2'],
    [
      'of very many no more than fits',
      ['oven'],
      Array.from({ length: 120 }, (_, at) => change('oven', `${at}`)),
      '99+',
    ],
  ])('shows %s', async (_, watched, changes, shown) => {
    expect(await shows(watched, changes)).toBe(shown);
  });
  it('says what the number is, until it was seen or the tool is not watched any more', async () => {
    await shows(['oven', 'pan'], [change('oven'), change('pan')]);
    expect(title).toHaveBeenLastCalledWith({ title: 'Hullmark: 2 new changes to tools you watch' });
    await watch({ id: 'pan' }, false, false);
    expect(title).toHaveBeenLastCalledWith({ title: 'Hullmark: 1 new change to tools you watch' });
    await markSeen([change('oven')]);
    await showNewsOnIcon();
    expect(title).toHaveBeenLastCalledWith({ title: 'Hullmark' });
    expect(text).toHaveBeenLastCalledWith({ text: '' });
  });
});
