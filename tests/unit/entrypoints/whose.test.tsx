// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBadge } from '../../../badge/badge.ts';
import { createCard } from '../../../badge/card.ts';
import { createHostElement } from '../../../badge/host-element.ts';
import type { CatalogReader } from '../../../browser/catalog-db/catalog-reader.ts';
import type { Layer } from '../../../browser/catalog-db/layer.ts';
import * as store from '../../../browser/catalog-db/open-catalog.ts';
import { showToolbarBadge } from '../../../browser/toolbar-badge.ts';
import { badgeRecord, withRival } from '../../../catalog/badge-record.ts';
import { changesOf } from '../../../catalog/changes.ts';
import { claims, elsewhere } from '../../../catalog/claims.ts';
import { comparisonSummary } from '../../../catalog/comparison-summary.ts';
import { correctionText, pageCorrectionText } from '../../../catalog/correction.ts';
import { factViews } from '../../../catalog/fact-views.ts';
import { comparisonMarkdown, toolMarkdown } from '../../../catalog/markdown.ts';
import { newsOf, toolsById, watchedTools } from '../../../catalog/news.ts';
import { pageFindings } from '../../../catalog/page-findings.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { nameWithSource } from '../../../catalog/whose.ts';
import { AttributedClaims } from '../../../components/AttributedClaims.tsx';
import { RecentTools } from '../../../components/RecentTools.tsx';
import { ReportError } from '../../../components/ReportError.tsx';
import { ToolSearch } from '../../../components/ToolSearch.tsx';
import { ToolRow } from '../../../entrypoints/catalog/ToolRow.tsx';
import { Choose } from '../../../entrypoints/compare/Choose.tsx';
import { Pair } from '../../../entrypoints/compare/Pair.tsx';
import { openFromAddress } from '../../../entrypoints/compare/state.ts';
import { Days } from '../../../entrypoints/news/Days.tsx';
import { WatchList } from '../../../entrypoints/news/WatchList.tsx';
import { SearchView } from '../../../entrypoints/popup/SearchView.tsx';
import { ToolFrame } from '../../../entrypoints/popup/ToolFrame.tsx';
import { toolParts } from '../../../entrypoints/popup/tool-parts.tsx';
import type { ToolState } from '../../../entrypoints/popup/view.ts';
import { About } from '../../../entrypoints/tool/About.tsx';
import { reference, tool } from '../../builders/tool.ts';

const today = '2026-11-22';
const cited = { source: 'readme', checked: '2026-11-20' };
const from = 'Kitchen';
const more = {
  from,
  rivals: ['pan'],
  claims: [{ text: 'The hottest', by: 'The maker', source: 'readme', checked: '2026-11-20' }],
  elsewhere: [{ panel: 'Others', ship: 4, of: 4, source: 'readme' }],
};
const oven = tool('oven', 'sss', more, { selfHost: { value: 'unknown', checked: '2026-11-20' } });
const pan = tool('pan', 'kkk');
const pot = tool('pot', 'kkk', { from: 'Cellar', name: 'Pot' });
const summaries = [oven, pan, pot].map((each) => summaryOf(each, reference, each.from));
const layer = { feed: 'kitchen', name: from, manifest: 'x' } as Layer;
const catalog = {
  ...{ reference, tools: 3, layers: [layer] },
  index: () => Promise.resolve(summaries),
  entry: (id: string) => {
    const found = [oven, pan, pot].find((each) => each.id === id);
    return Promise.resolve(found && { tool: found, layer });
  },
} as unknown as CatalogReader;
const nothing = () => undefined;
const jobName = (job: string) => job;
const page = { pageIds: [], isPrivate: false };
const toolState = (shown = oven, rival = pan): ToolState => ({
  ...{ kind: 'tool', page, catalog, tool: shown, layer, rival, rivals: summaries },
});
const changes = [oven, pan, pot]
  .flatMap((each) => changesOf(undefined, each, today, reference, each.from))
  .map((each) => ({ ...each, arrived: today, isNew: true }));
const news = {
  ...{ kind: 'loaded' as const, changes, tools: toolsById(summaries) },
  ...{ published: today, followsFeed: true, isPrivate: false },
};

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

const line = 'h1, h2, th, td, li, a, button, p, dd, label, b, dt, [aria-label]';
const labels = { Oven: from, Pot: 'Cellar' };

/** Where a feed's tool is named without its feed: in a text, a title or a label. */
function unattributed(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  const check = (text: string, around: string) => {
    for (const [name, label] of Object.entries(labels))
      if (text.includes(name) && !around.includes(label)) found.push(text);
  };
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    check(textContent ?? '', parentElement?.closest(line)?.textContent ?? '');
  }
  for (const element of root.querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      if (['title', 'aria-label', 'placeholder', 'alt'].includes(name)) check(value, value);
  return found;
}

describe('a feed’s tool is named with its feed', () => {
  const surfaces: Record<string, ComponentChild> = {
    'in the popup': <ToolFrame {...toolParts(toolState())} />,
    'in the popup, as the alternative': <ToolFrame {...toolParts(toolState(pan, pot))} />,
    'in the search and the recent tools of the popup': (
      <SearchView
        state={{
          kind: 'search',
          page,
          catalog,
          recent: summaries,
          tools: summaries,
          back: toolState(),
        }}
      />
    ),
    'in the recent tools': (
      <RecentTools recent={summaries} jobName={jobName} onChoose={nothing} onClear={nothing} />
    ),
    'in search results': <ToolSearch tools={summaries} jobName={jobName} label="Search" onChoose={nothing} />,
    'in the comparison': (
      <Pair state={{ kind: 'pair', left: oven, right: pot, findings: [[], []], catalog }} />
    ),
    'in the choice of a second tool': (
      <Choose state={{ kind: 'choose', left: oven, rivals: summaries, unknown: [], same: true, catalog }} />
    ),
    'on its own page': (
      <About
        state={{
          ...{ kind: 'tool', tool: oven, layer, catalog, isPrivate: false },
          ...{ alternatives: summaries.slice(1), changes },
        }}
      />
    ),
    'in the list of all tools': (
      <table>
        <tbody>
          {summaries.map((each) => (
            <ToolRow key={each.id} tool={each} rival={summaries[0]?.id} job="baking" />
          ))}
        </tbody>
      </table>
    ),
    'in the news': <Days days={newsOf(changes, [], news.tools).others} empty="" state={news} />,
    'in the watch list': <WatchList watched={['oven', 'pan', 'pot']} state={news} />,
  };
  it.each(Object.entries(surfaces))('%s', (_, surface) => {
    const { container } = render(surface);
    for (const button of container.querySelectorAll<HTMLElement>('button[aria-expanded=false]'))
      fireEvent.click(button);
    for (const name of Object.keys(labels).filter((each) => container.textContent.includes(each)))
      expect(container.textContent).toContain(labels[name as 'Oven']);
    expect(container.textContent).toMatch(/Oven|Pot/);
    expect(container.textContent).not.toContain('cannot be shown');
    expect(unattributed(container)).toEqual([]);
  });
  it('and in the comparison too once the tools to replace it are shown', () => {
    const { container } = render(
      <Pair state={{ kind: 'pair', left: oven, right: pan, findings: [[], []], catalog }} />,
    );
    fireEvent.click(screen.getByRole('button', { name: /^Replace Oven/ }));
    expect(unattributed(container)).toEqual([]);
  });
  it('is found by this test where the feed is missing', () => {
    const { container } = render(<p title="Pot">Oven</p>);
    expect(unattributed(container)).toEqual(['Oven', 'Pot']);
  });
  it('on the badge and its card, and the alternative with its own', () => {
    const record = withRival(badgeRecord(oven, reference, from), summaries[2]);
    const shown = (element: HTMLElement) =>
      [...element.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => dataset.text).join(' ');
    const callbacks = {
      onOpen: nothing,
      onCompare: nothing,
      onSuccessor: nothing,
      onDismiss: nothing,
      onUnseen: nothing,
    };
    const { element } = createBadge({ record }, createHostElement(), callbacks);
    expect(shown(element)).toContain(from);
    expect(element.querySelector('.badge')?.getAttribute('aria-label')).toContain(from);
    const card = createCard({ record, ...callbacks }, [], () => nothing);
    expect(shown(card)).toContain('vs Pot (from “Cellar”)');
    expect(shown(card)).toMatch(/^From the feed “Kitchen” /);
  });
  it('in the toolbar’s title', async () => {
    const title = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    const colour = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeTextColor').mockResolvedValue();
    await showToolbarBadge(badgeRecord(oven, reference, from), 7);
    expect(title.mock.lastCall![0].title).toBe('Oven (from “Kitchen”): Ship, 3 of 3 reviewers');
    const [ours] = [colour.mock.lastCall![0]];
    await showToolbarBadge(badgeRecord(pan, reference), 7);
    expect(colour.mock.lastCall![0].color).not.toBe(ours.color);
  });
  it('in the title of the tab', async () => {
    vi.spyOn(store, 'openCatalog').mockResolvedValue(catalog);
    location.hash = 'oven/pot';
    await openFromAddress();
    expect(document.title).toBe('Oven (from “Kitchen”) vs Pot (from “Cellar”) · Hullmark');
  });
  it('in copied Markdown, by tool and by column', () => {
    expect(toolMarkdown(oven, reference)).toContain('## Oven (from “Kitchen”)\n');
    const both = comparisonMarkdown(oven, pot, reference);
    expect(both).toContain('## Oven (from “Kitchen”) vs Pot (from “Cellar”)\n');
    expect(both).toContain('| | Oven (from “Kitchen”) | Pot (from “Cellar”) |');
    expect(both).toContain('### Pot (from “Cellar”)\n');
    for (const part of both.split('Oven').slice(1)) expect(part).toMatch(/^ \(from “Kitchen”\)/);
  });
  it('in the summary, wherever it quotes a name', () => {
    const free = tool('oven', 'ss', { from, job: 'brewing' }, { entryPrice: { value: 'unknown', ...cited } });
    for (const pair of [
      [oven, pan],
      [pan, oven],
      [free, pan],
      [pan, free],
      [oven, pot],
    ] as const) {
      const words = comparisonSummary(...pair, reference).join(' ');
      for (const part of words.split('Oven').slice(1)) expect(part).toMatch(/^ \(from “Kitchen”\)/);
    }
  });
  it('in what a page is compared with', () => {
    const [finding] = pageFindings(oven, { license: 'Apache-2.0 license' }, oven.pages[0]!, reference);
    expect(finding!.text).toContain('“Kitchen” says MIT');
  });
  it('beside claims and other panels', () => {
    const { container } = render(<AttributedClaims claims={[...claims(oven), ...elsewhere(oven)]} />);
    expect([...container.querySelectorAll('li')].filter((li) => li.textContent.includes(from))).toHaveLength(
      2,
    );
  });
  it('in the reviews, which are not ours to explain', () => {
    const { container } = render(<ToolFrame {...toolParts(toolState())} />);
    expect(container.textContent).toContain('These reviews come from the feed “Kitchen”.');
    expect(container.textContent).not.toContain('AI-assisted');
    expect(container.textContent).not.toContain('We found no source');
  });
  it('of a tool that was removed, too', () => {
    const gone = changesOf(oven, undefined, today, reference, from);
    expect(watchedTools(['oven'], new Map(), gone)).toMatchObject([{ name: 'Oven', from }]);
  });
});

describe('an error in a feed’s entry', () => {
  const [fact] = factViews(oven, reference);
  it('is not reported to our tracker', () => {
    const issues = 'https://issues.example';
    render(<ReportError fact={fact!} correction={{ tool: oven, issues }} />);
    expect(screen.queryByRole('link')).toBeNull();
    cleanup();
    render(<ReportError fact={fact!} correction={{ tool: pan, issues }} />);
    expect(screen.getByRole('link').getAttribute('href')).toContain('issues.example');
  });
  it('is copied with the feed’s name', () => {
    expect(correctionText({ tool: oven, fact: fact! })).toContain('Oven (from “Kitchen”) (oven)');
    expect(pageCorrectionText({ tool: oven, page: 'x' })).toContain('Oven (from “Kitchen”) (oven)');
  });
});

describe('a name that runs from right to left', () => {
  const hebrew = 'תנור';
  it('is isolated in every text, so that “Skip 3 of 3” stays as it is', () => {
    const text = nameWithSource({ name: hebrew, from: hebrew });
    expect(text).toBe(`\u2068${hebrew}\u2069\u200E (from “\u2068${hebrew}\u2069\u200E”)`);
    expect(nameWithSource({ name: 'Größe 日本', from: undefined })).toBe('Größe 日本');
  });
  it('stands in an element of its own on every page', () => {
    const hostile = tool('oven', 'kkk', { name: hebrew, maker: hebrew, from: hebrew });
    const { container } = render(<ToolFrame {...toolParts(toolState(hostile, pan))} />);
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (!textContent?.includes(hebrew)) continue;
      count += 1;
      expect(parentElement!.localName === 'bdi' || textContent.includes(`\u2068${hebrew}\u2069`)).toBe(true);
    }
    expect(count).toBeGreaterThan(4);
  });
});
