import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import type { CurrentPage } from '../../browser/tabs.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import type { Headline } from '../../catalog/headline.ts';
import type { OnPage } from '../../catalog/on-page.ts';
import type { Seat } from '../../catalog/seats.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import type { AttributedTool } from '../../catalog/whose.ts';
import type { NoPage } from '../../sites/no-page.ts';
import type { PageFacts } from '../../sites/site.ts';
import type { FrameProps } from './ToolFrame.tsx';

export type Context = { page: CurrentPage; catalog: CatalogReader };
/** What the document in the tab is instead of a page, and the tool that the catalog has at its address. */
export type Instead = { noPage: NoPage; tool: BadgeRecord | undefined };
/** `back` is the tool from which the search was opened; `cleared` are the recent tools that an undo brings back. */
export type SearchOptions = { back?: ToolState; cleared?: string[]; instead?: Instead };
export type ToolState = Context & {
  kind: 'tool';
  /** As it is true of the page in the tab, if it is shown because of that. */
  tool: OnPage<AttributedTool>;
  layer: Layer;
  rival?: AttributedTool;
  /** The living tools for the same job, the best first; read once the tool is shown. */
  alternatives?: ToolSummary[];
  /** What followed the tool, if it is one of the catalog's. */
  successor?: ToolSummary;
  /** All other tools, the best alternatives first; read once someone wants to choose. */
  rivals?: ToolSummary[];
  /** The page id of the page in the tab, if the tool is shown because of that page. */
  here?: string;
};
export type SearchState = Context &
  SearchOptions & {
    kind: 'search';
    recent: ToolSummary[];
    /** All tools; missing while they are read, so that the popup need not wait for a large catalog. */
    tools?: ToolSummary[];
  };

/** What the popup shows: one of these at a time. `headline` is what it says of a tool until the rest has been loaded. */
export type View =
  | { kind: 'opening' }
  | { kind: 'failed'; reason: string }
  | { kind: 'headline'; headline: Headline }
  | SearchState
  | ToolState;

export const view = signal<View>({ kind: 'opening' });

/** The seat whose review is open. */
export const openSeat = signal<Seat | undefined>(undefined);

/** What the page in the tab states; missing until it is known. */
export const facts = signal<PageFacts | undefined>(undefined);

/** How search and tool are drawn: loaded after the first paint, and before either is shown. */
type Drawing = {
  SearchView(props: { state: SearchState }): ComponentChildren;
  toolParts(state: ToolState): FrameProps;
};
export const drawing = signal<Drawing | undefined>(undefined);
