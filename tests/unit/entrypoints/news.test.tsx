// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import { openDatabase } from '../../../browser/catalog-db/database.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import { addNews } from '../../../browser/user-data/news.ts';
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
  const open = async (changes: Change[], watched: string[], isPrivate = false) => {
    await writeSetting(settings.watched, watched);
    await (await openDatabase()).clear('news');
    await addNews(changes, today);
    const layers = [{ published: '2026-11-20T00:00:00Z' }, { published: '2026-11-18T09:00:00Z' }];
    vi.spyOn(store, 'openCatalog').mockResolvedValue({
      ...{ reference, layers, index: () => Promise.resolve(index) },
    } as unknown as CatalogReader);
    vi.spyOn(windows, 'inPrivateWindow').mockResolvedValue(isPrivate);
    view.value = { kind: 'opening' };
    watchList.value = undefined;
    const { container } = render(<News today={today} />);
    expect(container.querySelector('[aria-busy]')).toBeTruthy();
    await start();
    await screen.findByRole('heading', { level: 1 });
  };

  it('shows watched tools first, then others by day, then earlier changes', async () => {
    await open(
      [change('pan'), change('oven', '2026-11-18'), change('pot', '2026-11-19'), change('pan', '2026-10-01')],
      ['oven'],
    );
    expect(screen.getAllByRole('heading').map(text)).toEqual([
      'What’s new',
      'Tools you watch',
      '18 Nov 2026',
      'Other tools',
      '22 Nov 2026',
      '19 Nov 2026',
      'Earlier',
      '1 Oct 2026',
      'Watch list',
    ]);
    expect(text(section('Tools you watch').querySelector('li')!)).toBe('PriceOvenFree → Paid');
    const link = within(section('Other tools') as HTMLElement).getByRole('link', { name: 'Pan' });
    expect(link.getAttribute('href')).toMatch(/compare\.html#pan\/oven$/);
    expect(screen.queryByRole('link', { name: 'Pot' })).toBeNull();
    expect(section('Earlier').hasAttribute('open')).toBe(false);
    expect(text(main())).toContain(
      'Updates arrive with new versions of the extension. Add a feed for daily updates.',
    );
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
    ['nothing at all', [], [], 'Nothing new this week (data from 20 Nov 2026).'],
    [
      'nothing this week',
      [change('pan', '2026-10-01')],
      [],
      'Nothing new this week (data from 20 Nov 2026).',
    ],
    ['no watched tools', [change('pan')], [], 'Star a tool to see its changes here first.'],
    ['nothing about them', [change('pan')], ['oven'], 'No changes to your tools this week.'],
    ['nothing else', [change('pan')], ['pan'], 'No other changes.'],
  ])('says when there is %s', async (_, changes, watched, words) => {
    await open(changes, watched);
    expect(text(main())).toContain(words);
  });
  it('stores nothing and shows nothing in a private window', async () => {
    await open([], ['oven'], true);
    expect(text(main())).toContain('Open this page in a regular window');
    fireEvent.click(screen.getByRole('button', { name: 'Unwatch Oven' }));
    expect(await readSetting(settings.watched)).toEqual(['oven']);
  });
  it('says why it cannot be opened', async () => {
    vi.spyOn(store, 'openCatalog').mockRejectedValue(new Error('The disk is full.'));
    vi.spyOn(windows, 'inPrivateWindow').mockResolvedValue(false);
    render(<News today={today} />);
    await start();
    await waitFor(() => expect(text(main())).toContain('The disk is full.'));
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
