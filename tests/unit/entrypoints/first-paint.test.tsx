// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import type { Layer } from '../../../browser/catalog-db/layer.ts';
import { addressNumber } from '../../../browser/tab-headline.ts';
import { headlineOf } from '../../../catalog/headline.ts';
import { Popup } from '../../../entrypoints/popup/Popup.tsx';
import { SearchView } from '../../../entrypoints/popup/SearchView.tsx';
import { showHeadline } from '../../../entrypoints/popup/show-headline.ts';
import { toolParts } from '../../../entrypoints/popup/tool-parts.tsx';
import { drawing, facts, view } from '../../../entrypoints/popup/view.ts';
import { reference, tool } from '../../builders/tool.ts';

vi.mock('../../../browser/chrome-api.ts', () => ({ chromeApi: fakeBrowser }));

const url = 'https://github.com/someone/oven';
const here = 'pkg:github/someone/oven';
const more = { pages: [here], community: { ship: 9, of: 10 }, from: 'Kitchen' };
const oven = { ...tool('oven', 'sssk', more), from: 'Kitchen' };
const stated = { archived: true as const };
const stored = {
  address: addressNumber(url),
  headline: headlineOf(oven, reference, here, stated),
  facts: stated,
};

function opens(hash: string, tab: object, session: unknown = stored) {
  location.hash = hash;
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  return fakeBrowser.storage.session.set({ 'headline:7': session });
}

const answers = (result: unknown) => {
  fakeBrowser.scripting.executeScript = () => Promise.resolve([{ result }] as never);
};

beforeEach(() => {
  fakeBrowser.reset();
  answers(true);
  view.value = { kind: 'opening' };
  facts.value = undefined;
});
afterEach(cleanup);

describe('the first paint of the popup', () => {
  const tab = { id: 7, url, incognito: false };
  it.each<[string, string, object, unknown]>([
    ['without a number in its address', '', tab, stored],
    ['with another tab’s number', '#8', tab, stored],
    ['over another tab', '#7', { ...tab, id: 8 }, stored],
    ['in a private window', '#7', { ...tab, incognito: true }, stored],
    ['after the address changed', '#7', { ...tab, url: `${url}2` }, stored],
    ['without access to the address', '#7', { id: 7, incognito: false }, stored],
    ['without a headline', '#7', tab, null],
    ['with a damaged one', '#7', tab, { ...stored, headline: 7 }],
  ])('says nothing %s', async (_, hash, over, session) => {
    await opens(hash, over, session);
    expect(await showHeadline()).toBe(false);
    expect(view.value).toEqual({ kind: 'opening' });
    expect(facts.value).toBeUndefined();
  });

  it('says nothing where the document has no badge, as an error at the same address', async () => {
    await opens('#7', tab);
    answers(false);
    expect(await showHeadline()).toBe(false);
  });

  it('says nothing where the page may not be asked', async () => {
    await opens('#7', tab);
    vi.spyOn(console, 'warn').mockReturnValue();
    fakeBrowser.scripting.executeScript = () => Promise.reject(new Error('Missing host permission'));
    expect(await showHeadline()).toBe(false);
  });

  it('says nothing where the page is too busy to answer', async () => {
    await opens('#7', tab);
    vi.spyOn(console, 'warn').mockReturnValue();
    fakeBrowser.scripting.executeScript = () => new Promise(() => undefined);
    expect(await showHeadline()).toBe(false);
  });

  it('says nothing where the browser’s storage fails', async () => {
    await opens('#7', tab);
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('The disk is full.'));
    expect(await showHeadline()).toBe(false);
  });

  it('has the elements of the whole view, which then come around them', async () => {
    await opens('#7', tab);
    const { container } = render(<Popup />);
    await act(async () => expect(await showHeadline()).toBe(true));
    const parts =
      'h1, h1 bdi, header p, .scroll, .does, .links, [data-verdict], [data-verdict] ~ span, h2, .verdict p, li';
    const find = () => [...container.querySelectorAll(parts)];
    const first = find();
    const texts = first.map((each) => each.textContent);
    expect(texts.join(' ')).toMatch(/Kitchen.*Archived.* Ship .*90% of 10 would ship/);
    expect(container.querySelector('button, a')).toBeNull();

    const layer = { feed: 'kitchen', name: 'Kitchen', manifest: 'x' } as Layer;
    await act(() => {
      drawing.value = { SearchView, toolParts };
      view.value = {
        ...{ kind: 'tool', tool: oven, layer, here },
        page: { pageIds: [here], isPrivate: false },
        catalog: { reference, tools: 1, layers: [layer] } as unknown as CatalogReader,
      };
    });
    const all = find();
    for (const [at, element] of first.entries()) {
      expect(all).toContain(element);
      if (!element.matches('.scroll, .links')) expect(element.textContent).toBe(texts[at]);
    }
    expect(container.querySelector('h1')!.closest('header')!.querySelectorAll('button')).toHaveLength(3);
  });
});
