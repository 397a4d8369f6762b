// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import type { Layer } from '../../../browser/catalog-db/layer.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import * as windows from '../../../browser/pages.ts';
import { readSetting, settings, writeSetting } from '../../../browser/user-data/settings.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { Tool } from '../../../entrypoints/tool/Tool.tsx';
import { openFromAddress, view } from '../../../entrypoints/tool/state.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const unknown = { value: 'unknown' as const, checked: '2026-11-20' };
const long = 'A name of eighty letters '.repeat(4).slice(0, 80);
const tools = [
  tool('oven', 'sssk', { formerIds: ['stove'] }),
  tool('pan', 'kkkkk', { name: long }),
  tool('pot', '', { name: 'סיר' }, { version: unknown, license: unknown, entryPrice: unknown }),
  tool('family', 'sss', {
    ...{ kind: 'model', job: 'brewing', pages: ['pkg:huggingface/lab/one', 'pkg:huggingface/lab/two'] },
    variants: [
      {
        ...{ name: 'Two', pages: ['pkg:huggingface/lab/two'], verdict: 'none' as const },
        facts: { license: { value: 'LicenseRef-Lab', ...cited } },
      },
    ],
  }),
];
const index = tools.map((each) => summaryOf(each, reference, each.from));

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

async function open(hash: string, { expires = '', isPrivate = false } = {}) {
  const layer = { feed: 'ours', name: 'Ours', manifest: 'x', ...(expires && { expires }) } as Layer;
  vi.spyOn(store, 'openCatalog').mockResolvedValue({
    ...{ reference, tools: tools.length, layers: [layer], index: () => Promise.resolve(index) },
    entry: (id: string) => {
      const found = tools.find((each) => each.id === id || each.formerIds?.includes(id));
      return Promise.resolve(found && { tool: found, layer });
    },
  } as unknown as CatalogReader);
  vi.spyOn(windows, 'inPrivateWindow').mockResolvedValue(isPrivate);
  view.value = { kind: 'opening' };
  location.hash = hash;
  const { container } = render(<Tool />);
  expect(container.querySelector('[aria-busy]')).toBeTruthy();
  await openFromAddress();
  await screen.findByRole('heading', { level: 1 });
  return container;
}

const headings = (at: Element) =>
  [...at.querySelectorAll('h1, h2, h3')].map(({ localName, textContent }) => `${localName} ${textContent}`);
const text = (at: Element) => at.textContent.replace(/\s+/g, ' ');

describe('a tool’s own page', () => {
  it('has a heading for each part, in order, and the tool’s name as its title', async () => {
    const page = await open('oven');
    expect(headings(page)).toEqual([
      'h1 Oven',
      'h2 Ship 3 of 4 reviewers would ship it · 75%',
      'h2 Reviews',
      ...['Builder', 'Skeptic', 'Futurist', 'Creator'].map((seat) => `h3 ${seat}`),
      ...['h2 Alternatives', 'h2 History', 'h2 Facts', 'h2 Where its badge shows', 'h2 Sources'],
    ]);
    expect(document.title).toBe('Oven · Hullmark');
    expect(text(page)).not.toContain('cannot be shown');
  });

  it('is found by a former id, and remembered under its own', async () => {
    await writeSetting(settings.recentTools, []);
    await open('stove');
    expect(document.title).toBe('Oven · Hullmark');
    await waitFor(async () => expect(await readSetting(settings.recentTools)).toEqual(['oven']));
  });

  it('remembers nothing from a private window, and says why it cannot be watched there', async () => {
    await writeSetting(settings.recentTools, []);
    await writeSetting(settings.watched, []);
    await open('oven', { isPrivate: true });
    expect(await readSetting(settings.recentTools)).toEqual([]);
    const button = await screen.findByRole('button', { name: 'Watch Oven' });
    expect(button.title).toBe('Not available in private windows');
  });

  it('shows a name of 80 letters whole, and a skip of five as a skip', async () => {
    const page = await open('pan');
    expect(headings(page).slice(0, 2)).toEqual([`h1 ${long}`, 'h2 Skip 5 of 5 reviewers say skip · 100%']);
  });

  it('says so where nobody reviewed a tool and nothing is known', async () => {
    const page = await open('pot');
    expect(headings(page)[1]).toBe('h2 Not reviewed yet Facts only');
    expect(headings(page)).not.toContain('h2 Reviews');
    expect(page.querySelector('h1 bdi')!.textContent).toBe('סיר');
    expect(text(page)).not.toContain('cannot be shown');
  });

  it('lists the models of a family with what each allows, and says of one only what is true of it', async () => {
    const family = await open('family');
    expect(text(family)).toContain('TwoCommercial use: no');
    expect(text(family)).toContain('The catalog names no alternative to it.');
    cleanup();
    const model = await open(`family@${encodeURIComponent('pkg:huggingface/lab/two')}`);
    expect(text(model)).toContain('This is about lab/two only. All of Family');
    expect(text(model)).not.toContain('would ship it');
    expect(headings(model)).not.toContain('h2 Where its badge shows');
  });

  it('can be copied, short with an alternative', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await open('oven');
    fireEvent.click(screen.getByRole('button', { name: 'Copy summary' }));
    await screen.findByText('Copied');
    expect(written.mock.lastCall![0]).toContain('Oven');
    expect(written.mock.lastCall![0]).toContain('Alternative: ');
  });

  it('says that its data expired', async () => {
    const page = await open('oven', { expires: '2020-01-02T00:00:00Z' });
    expect(text(page)).toContain('This data expired on 2 Jan 2020; it may be out of date.');
  });

  it.each([
    ['nope', 'Not in the catalog', 'We don’t know “nope”.'],
    [`${'x'.repeat(200)}@pkg`, 'Not in the catalog', `“${'x'.repeat(80)}”`],
    ['', 'Find a tool', ''],
  ])('offers a search at the address %j', async (hash, title, sentence) => {
    const page = await open(hash);
    expect(page.querySelector('h1')!.textContent).toBe(title);
    expect(text(page)).toContain(sentence);
    expect(screen.getByRole('combobox', { name: 'Search 4 tools' })).toBeTruthy();
    expect(document.title).toBe('Find a tool · Hullmark');
  });

  it('says why it cannot be shown', async () => {
    vi.spyOn(store, 'openCatalog').mockRejectedValue(new Error('The package is damaged.'));
    view.value = { kind: 'opening' };
    location.hash = 'oven';
    render(<Tool />);
    await openFromAddress();
    expect(await screen.findByText('The package is damaged.')).toBeTruthy();
  });
});
