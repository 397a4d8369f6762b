import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openDatabase } from '../../../../browser/catalog-db/database.ts';
import { subscriptionTo } from '../../../../browser/feed-client/subscriptions.ts';
import { addNews, followsFeed, readNews } from '../../../../browser/user-data/news.ts';
import { changeItem } from '../../../../browser/user-data/user-db.ts';
import type { Change } from '../../../../catalog/changes.ts';
import { makeKey } from '../../../builders/feed.ts';

const today = '2026-11-22';
const change = (id: string, date = today, text = 'Free → Paid'): Change => ({
  ...{ tool: id, name: id[0]!.toUpperCase() + id.slice(1), from: undefined, kind: 'price', text, date },
});

beforeEach(() => fakeBrowser.reset());

describe('the stored news', () => {
  it('is sorted by day, newest first, without duplicates, and shown for 90 days', async () => {
    expect(await readNews(today)).toEqual([]);
    await addNews([change('oven', '2026-08-25')], '2026-08-25');
    await addNews([change('pan'), change('pan')], today);
    expect(await readNews(today)).toEqual([change('pan'), change('oven', '2026-08-25')]);
    await addNews([], '2026-11-24');
    expect(await readNews('2026-11-24')).toEqual([change('pan')]);
  });
  it('loses nothing when two updates come at the same time', async () => {
    await Promise.all([addNews([change('oven')], today), addNews([change('pot')], today)]);
    expect((await readNews('2026-11-24')).map((each) => each.tool)).toEqual(['oven', 'pan', 'pot']);
  });
  it.each<[string, unknown]>([
    ['no list', 5],
    ['no list', {}],
    ['nothing', [null]],
    ['an empty change', [{}]],
    ['a change whose text is none', [{ ...change('oven'), text: {} }]],
    ['a change of no tool', [{ ...change('oven'), tool: ['x'] }]],
    ['a change of no day', [{ ...change('oven'), date: 'x' }]],
    ['a change from no feed', [{ ...change('oven'), from: {} }]],
  ])('hold what can be shown where they were damaged into %s: %j', async (_, damaged) => {
    const stored = Array.isArray(damaged) ? [change('pot'), ...(damaged as unknown[])] : damaged;
    await (await openDatabase()).put('news', stored as Change[], 'changes');
    const left = Array.isArray(damaged) ? [change('pot')] : [];
    expect(await readNews(today)).toEqual(left);
    await addNews([change('vat')], today);
    expect(await readNews(today)).toEqual([...left, change('vat')]);
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
