import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase } from '../../../../browser/catalog-db/database.ts';
import { subscriptionTo } from '../../../../browser/feed-client/subscriptions.ts';
import { addNews, followsFeed, markSeen, readNews } from '../../../../browser/user-data/news.ts';
import { changeItem } from '../../../../browser/user-data/user-db.ts';
import type { Change } from '../../../../catalog/changes.ts';
import type { Arrival } from '../../../../catalog/news.ts';
import { makeKey } from '../../../builders/feed.ts';

const today = '2026-11-22';
const change = (id: string, date = today, text = 'Free → Paid'): Change => ({
  ...{ tool: id, name: id[0]!.toUpperCase() + id.slice(1), from: undefined, kind: 'price', text, date },
});

const arrived = (id: string, arrived = today, isNew = true): Arrival => ({ ...change(id), arrived, isNew });
const tools = async (day: string) => (await readNews(day)).map((each) => each.tool);

beforeEach(async () => {
  fakeBrowser.reset();
  await (await openDatabase()).clear('news');
});

describe('the stored news', () => {
  it('is sorted by the day it came, newest first, without duplicates', async () => {
    expect(await readNews(today)).toEqual([]);
    await addNews([change('oven', '2026-11-22')], '2026-11-20');
    await addNews([change('pan', '2026-02-01'), change('pan', '2026-02-01')], today);
    expect(await readNews(today)).toEqual([
      { ...arrived('pan'), date: '2026-02-01' },
      arrived('oven', '2026-11-20'),
    ]);
  });
  it('is new until it was seen, and then shown for 90 days', async () => {
    await addNews([change('oven')], '2026-08-25');
    await addNews([change('pan')], today);
    expect(await tools('2027-11-24')).toEqual(['pan', 'oven']);
    const shown = await readNews(today);
    await addNews([change('pot')], today);
    await markSeen(shown);
    expect((await readNews(today)).map(({ tool, isNew }) => [tool, isNew])).toEqual([
      ['pan', false],
      ['pot', true],
      ['oven', false],
    ]);
    expect(await tools('2026-11-24')).toEqual(['pan', 'pot']);
    expect(await tools('2027-11-24')).toEqual(['pot']);
  });
  it('keeps its first day, and stays seen, where it comes again', async () => {
    await addNews([change('oven')], '2026-11-20');
    await markSeen([change('oven')]);
    await addNews([change('oven')], today);
    expect(await readNews(today)).toEqual([arrived('oven', '2026-11-20', false)]);
  });
  it('loses nothing when two updates come at the same time', async () => {
    await Promise.all([addNews([change('oven')], today), addNews([change('pot')], today)]);
    expect(await tools('2026-11-24')).toEqual(['oven', 'pot']);
  });
  it.each<[string, unknown]>([
    ['no list', 5],
    ['no list', {}],
    ['nothing', [null]],
    ['an empty change', [{}]],
    ['a change whose text is none', [{ ...change('oven'), text: {} }]],
    ['a change of no tool', [{ ...change('oven'), tool: ['x'] }]],
    ['a change of no day', [{ ...change('oven'), date: 'x' }]],
    ['a change of no kind of day', [{ ...arrived('oven'), date: 5 }]],
    ['a change from no feed', [{ ...change('oven'), from: {} }]],
  ])('hold what can be shown where they were damaged into %s: %j', async (_, damaged) => {
    const stored = Array.isArray(damaged) ? [arrived('pot'), ...(damaged as unknown[])] : damaged;
    await (await openDatabase()).put('news', stored as Arrival[], 'changes');
    const left = Array.isArray(damaged) ? [arrived('pot')] : [];
    expect(await readNews(today)).toEqual(left);
    await addNews([change('vat')], today);
    expect(await readNews(today)).toEqual([...left, arrived('vat')]);
  });
  it.each([
    ['none', [], false],
    ['one in use', ['on'], true],
    ['none in use', ['paused', 'off'], false],
    ['one of two', ['off', 'on'], true],
  ] as const)('knows whether a feed is followed: %s', async (_, uses, follows) => {
    const to = { name: 'Kitchen', url: 'https://kitchen.example/', key: (await makeKey()).text };
    const feeds = uses.map((use, at) => ({ ...subscriptionTo({ ...to, feed: `kitchen-${at}` }), use }));
    await changeItem('feeds', () => feeds);
    expect(await followsFeed()).toBe(follows);
  });
});
