import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch, lookupKeys } from '../../browser/catalog-db/badge-lookup.ts';
import { answerWith, message } from '../../browser/messages.ts';
import { openVerdict } from '../../browser/pages.ts';
import { rememberRival, rememberTool } from '../../browser/user-data/recent-tools.ts';
import { settings, readSetting, writeSetting } from '../../browser/user-data/settings.ts';
import { showToolbarBadge } from '../../browser/toolbar-badge.ts';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { reference, tool } from '../builders/tool.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it.each([
    ['badgePosition', 'corner', 'corner'],
    ['badgePosition', 'on the moon', 'beside'],
    ['badgePosition', undefined, 'beside'],
    ['disabledHosts', ['a.example'], ['a.example']],
    ['disabledHosts', 'a.example', []],
    ['disabledHosts', [7], []],
    ['lastRivals', { baking: 'pan' }, { baking: 'pan' }],
    ['lastRivals', { baking: 7 }, {}],
    ['lastRivals', null, {}],
    ['recentTools', { 0: 'pan' }, []],
  ] as const)('%s stored as %j reads %j', (name, stored, value) =>
    expect(settings[name].from(stored)).toEqual(value),
  );
  it('come back as they were kept', async () => {
    expect(await readSetting(settings.badgePosition)).toBe('beside');
    await writeSetting(settings.badgePosition, 'toolbar');
    expect(await readSetting(settings.badgePosition)).toBe('toolbar');
  });
});

describe('what was looked at', () => {
  it('is remembered, newest first, eight at most, none twice', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) await rememberTool(id, false);
    expect(await readSetting(settings.recentTools)).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b']);
  });
  it('leaves no trace from private windows', async () => {
    await rememberTool('oven', true);
    await rememberRival('baking', 'pan', true);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
  it('keeps the rival by job', async () => {
    await rememberRival('baking', 'pan', false);
    await rememberRival('brewing', 'vat', false);
    expect(await readSetting(settings.lastRivals)).toEqual({ baking: 'pan', brewing: 'vat' });
  });
});

describe('badge look-up', () => {
  const page = 'pkg:github/someone/oven';
  const record = badgeRecord(tool('oven', 'sss'), reference);
  const head = { generation: 5, extension: '0' };
  it('names head and bucket for one get', () =>
    expect(lookupKeys([page])).toEqual(['catalog', bucketKey(page)]));
  it.each([
    ['what is, from its generation on', { since: 5, badges: { [page]: record } }, record],
    ['what was, before it', { since: 6, badges: {}, previous: { [page]: record } }, record],
    ['nothing that is not in force yet', { since: 6, badges: { [page]: record } }, undefined],
    ['nothing that is gone', { since: 5, previous: { [page]: record } }, undefined],
  ])('reads %s', (_, bucket, found) =>
    expect(findMatch({ catalog: head, [bucketKey(page)]: bucket }, [page])?.record).toEqual(found),
  );
  it('takes the first page id that has a record', () => {
    const stored = { catalog: head, [bucketKey(page)]: { since: 1, badges: { [page]: record } } };
    expect(findMatch(stored, ['oven.example/x', page])).toEqual({ page, record });
  });
  it('answers nothing, and never throws, whatever is stored', () =>
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (catalog, bucket) => {
        const found = findMatch({ catalog, [bucketKey(page)]: bucket }, [page, '__proto__', 'constructor']);
        expect(found).toBeUndefined();
      }),
    ));
});

describe('messages', () => {
  const handlers = {
    'tool-on-page': vi.fn(() => Promise.resolve()),
    'page-facts': vi.fn(() => Promise.resolve([])),
    'open-verdict': vi.fn(() => Promise.resolve()),
    'open-comparison': vi.fn(() => Promise.resolve()),
    'repair-catalog': vi.fn(() => Promise.resolve()),
    'feeds-changed': vi.fn(() => Promise.resolve()),
    'refresh-feed': vi.fn(() => Promise.resolve()),
  };
  const answer = answerWith<string>(handlers);
  it('reach their handler with what they carry and who sent them', async () => {
    await answer(message('open-verdict', { tool: 'oven' }), 'tab');
    expect(handlers['open-verdict']).toHaveBeenCalledWith({ tool: 'oven' }, 'tab');
  });
  it.each([undefined, null, 7, 'x', {}, { type: 'toString' }, { type: 7 }])('%j is none', (other) =>
    expect(answer(other, 'tab')).toBeUndefined(),
  );
});

describe('the toolbar', () => {
  it('carries share and verdict of a tab', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
    const title = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeTextColor').mockResolvedValue();
    await showToolbarBadge({ name: 'Oven', votes: 'sssk' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '75%' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: Ship, 3 of 4 reviewers (75%)' });
    await showToolbarBadge({ name: 'Oven', votes: 's' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: not reviewed yet' });
    await showToolbarBadge(null, 7);
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Hullmark' });
  });
});

it('a click opens the comparison where the browser keeps the popup shut', async () => {
  vi.spyOn(fakeBrowser.action, 'openPopup').mockRejectedValue(new Error('needs a user gesture'));
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const from = await fakeBrowser.tabs.create({ url: 'https://github.com/someone/oven' });
  await openVerdict('oven', 'pan', from);
  expect(create.mock.lastCall![0]).toMatchObject({ index: from.index + 1, windowId: from.windowId });
  expect(create.mock.lastCall![0].url).toMatch(/compare\.html#oven\/pan$/);
});
