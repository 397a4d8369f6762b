import type { BadgeRecord } from '../catalog/badge-record.ts';
import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';

/** What a badge is made of and shows, and what it calls: `onUnseen` where a person cannot see the badge that they point at. */
export type BadgeParts = {
  record: BadgeRecord;
  upstream?: string;
  host: { element: HTMLElement; root: ShadowRoot; uncover<T>(look: () => T): T };
  root: HTMLElement;
  button: HTMLElement;
  /** Whether the style of the card is there already, as on our own page, whose policy allows none in an element. */
  hasCardStyle?: boolean;
  /** Draws the badge's notes and its name anew, by code that this script has already. */
  redraw(content: Pick<BadgeParts, 'record' | 'upstream'>, findings: readonly PageFinding[]): void;
  onOpen(): void;
  onCompare(): void;
  onSuccessor(): void;
  onDismiss(): void;
  onUnseen(): void;
};

/** What a badge does once somebody points at it or focuses it. */
export type Interaction = { showFindings(findings: readonly PageFinding[]): void; end(): void };

/**
 * The badge that is on the page now. Its `interaction` comes with the page observer, which also reads the page's facts if they
 * are about the tool; `stopObserving` is there while it watches for them.
 */
export type ActiveBadge = PageMatch & {
  parts: BadgeParts;
  hasFacts: boolean;
  interaction?: Interaction;
  stopObserving?: () => void;
};

export type IsolatedWorld = {
  hullmark?: {
    activeBadge?: ActiveBadge | undefined;
    /** Lets a badge react and watches the page's facts for it, once the page observer is injected. */
    observe?: (badge: ActiveBadge) => void;
    /** The page id on which the badge is hidden until the next load; for private windows, where nothing is stored. */
    dismissedPage?: string | null;
    /** Ends the script that shows badges, when a newer copy of it takes over. */
    end?: () => void;
    /** Looks at the page again; there from the first badge on. */
    refresh?: () => void;
  };
};

/** What the content scripts on one page share: the global of their isolated world, which the page cannot reach. */
export const isolatedWorld = ((globalThis as IsolatedWorld).hullmark ??= {});
