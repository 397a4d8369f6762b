import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openVerdict } from '../../../browser/pages.ts';
import { showToolbarBadge } from '../../../browser/toolbar-badge.ts';

beforeEach(() => fakeBrowser.reset());

describe('the toolbar badge', () => {
  it('shows share and verdict of a tab', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
    const title = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeTextColor').mockResolvedValue();
    await showToolbarBadge({ name: 'Oven', from: undefined, votes: 'sssk' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '75%' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: Ship, 3 of 4 reviewers (75%)' });
    await showToolbarBadge({ name: 'Oven', from: undefined, votes: 's' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: not reviewed yet' });
    await showToolbarBadge(null, 7);
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Hullmark' });
  });
});

it('a click opens the comparison where the browser refuses to open the popup', async () => {
  vi.spyOn(fakeBrowser.action, 'openPopup').mockRejectedValue(new Error('needs a user gesture'));
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const from = await fakeBrowser.tabs.create({ url: 'https://github.com/someone/oven' });
  await openVerdict('oven', 'pan', from);
  expect(create.mock.lastCall![0]).toMatchObject({ index: from.index + 1, windowId: from.windowId });
  expect(create.mock.lastCall![0].url).toMatch(/compare\.html#oven\/pan$/);
});
