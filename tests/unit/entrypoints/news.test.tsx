// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import { openDatabase } from '../../../browser/catalog-db/database.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import { addNews, markSeen, readNews } from '../../../browser/user-data/news.ts';
import * as windows from '../../../browser/pages.ts';
import { settings, readSetting, writeSetting } from '../../../browser/user-data/settings.ts';
import { watchList } from '../../../browser/user-data/watch-list.ts';
import type { Change } from '../../../catalog/changes.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { News } from '../../../entrypoints/news/News.tsx';
import { start, view } from '../../../entrypoints/news/state.ts';
import { reference, tool } from '../../builders/tool.ts';

const today = '2026-11-22';
const change = (id: string, date = today, text = 'Free → Paid'): Change => ({
  ...{ tool: id, name: id[0]!.toUpperCase() + id.slice(1), from: undefined, kind: 'price', text, date },
});
const text = (at: Element) => at.textContent?.replace(/\s+/g, ' ').trim();

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(today) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the news page', () => {
  const index = [tool('oven', 'sss'), tool('pan', 'sss')].map((each) =>
    summaryOf(each, reference, undefined),
  );
  const main = () => document.body;
  const section = (name: string) => screen.getByRole('heading', { name }).closest('section, details')!;
  /** Opens the page; `seen` came on 18 November and was seen since. */
  const open = async (
    changes: Change[],
    watched: string[],
    { seen = [] as Change[], isPrivate = false } = {},
  ) => {
    await writeSetting(settings.watched, watched);
    await (await openDatabase()).clear('news');
    await addNews(seen, '2026-11-18');
    await markSeen(seen);
    await addNews(changes, today);
    const layers = [{ published: '2026-11-20T00:00:00Z' }, { published: '2026-11-18T09:00:00Z' }];
    vi.spyOn(store, 'openCatalog').mockResolvedValue({
      ...{ reference, layers, index: () => Promise.resolve(index) },
    } as unknown as CatalogReader);
    vi.spyOn(windows, 'inPrivateWindow').mockResolvedValue(isPrivate);
    view.value = { kind: 'opening' };
    watchList.value = undefined;
    const { container } = render(<News />);
    expect(container.querySelector('[aria-busy]')).toBeTruthy();
    await start();
    await screen.findByRole('heading', { level: 1 });
  };

  it('shows new changes of watched tools first, then of others, then what was seen, by the day it came', async () => {
    await open([change('pan'), change('oven', '2026-08-01'), change('pot', '2026-11-19')], ['oven'], {
      seen: [change('pan', '2026-11-01')],
    });
    expect(screen.getAllByRole('heading').map(text)).toEqual([
      'What’s new',
      'Tools you watch',
      '22 Nov 2026',
      'Other tools',
      '22 Nov 2026',
      'Earlier',
      '18 Nov 2026',
      'Watch list',
    ]);
    expect(text(main())).toContain('3 new changes.');
    expect(text(section('Tools you watch').querySelector('li')!)).toBe(
      'PriceOvenFree → Paidpublished 1 Aug 2026',
    );
    const link = within(section('Other tools') as HTMLElement).getByRole('link', { name: 'Pan' });
    expect(link.getAttribute('href')).toMatch(/tool\.html#pan$/);
    expect(screen.queryByRole('link', { name: 'Pot' })).toBeNull();
    expect(section('Earlier').hasAttribute('open')).toBe(false);
    expect(text(main())).toContain(
      'Updates arrive with new versions of the extension. Add a feed for daily updates.',
    );
  });
  it('has nothing new the next time, and the same under Earlier, which is open then', async () => {
    await open([change('oven', '2026-11-20')], ['oven']);
    await waitFor(async () => expect((await readNews()).map(({ isNew }) => isNew)).toEqual([false]));
    cleanup();
    view.value = { kind: 'opening' };
    render(<News />);
    await start();
    await screen.findByText('Nothing new since your last visit (data from 20 Nov 2026).');
    expect(section('Earlier').hasAttribute('open')).toBe(true);
    expect(text(section('Earlier'))).toContain('Oven');
  });
  it('is seen only once the tab is', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await open([change('oven')], ['oven']);
    expect((await readNews()).map(({ isNew }) => isNew)).toEqual([true]);
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(async () => expect((await readNews()).map(({ isNew }) => isNew)).toEqual([false]));
  });
  it('has a button to unwatch a tool and watch it again', async () => {
    await open([change('oven')], ['oven', 'pot']);
    expect(text(section('Watch list'))).toContain('pot no longer in the catalog');
    fireEvent.click(screen.getByRole('button', { name: 'Unwatch Oven' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Watch Oven' }));
    await screen.findByRole('button', { name: 'Unwatch Oven' });
    expect(await readSetting(settings.watched)).toEqual(['pot', 'oven']);
  });
  it.each([
    ['nothing at all', [], [], [], 'Nothing new yet (data from 20 Nov 2026).'],
    [
      'nothing since',
      [],
      [change('pan', '2026-10-01')],
      [],
      'Nothing new since your last visit (data from 20 Nov 2026).',
    ],
    ['no watched tools', [change('pan')], [], [], 'Star a tool to see its changes here first.'],
    ['nothing about them', [change('pan')], [], ['oven'], 'No new changes to your tools.'],
    ['nothing else', [change('pan')], [], ['pan'], 'No other changes.'],
    ['one change', [change('pan')], [], ['pan'], '1 new change.'],
  ])('says when there is %s', async (_, changes, seen, watched, words) => {
    await open(changes, watched, { seen });
    expect(text(main())).toContain(words);
  });
  it('stores nothing and shows nothing in a private window', async () => {
    await open([], ['oven'], { isPrivate: true });
    expect(text(main())).toContain('Open this page in a regular window');
    fireEvent.click(screen.getByRole('button', { name: 'Unwatch Oven' }));
    expect(await readSetting(settings.watched)).toEqual(['oven']);
  });
  it('says why it cannot be opened', async () => {
    vi.spyOn(store, 'openCatalog').mockRejectedValue(new Error('The disk is full.'));
    vi.spyOn(windows, 'inPrivateWindow').mockResolvedValue(false);
    render(<News />);
    await start();
    await waitFor(() => expect(text(main())).toContain('The disk is full.'));
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
