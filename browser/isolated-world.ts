import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';

/** The badge that is on the page now; `stopObserving` is there while the page observer watches for it. */
export type ActiveBadge = PageMatch & {
  showFindings(findings: readonly PageFinding[]): void;
  stopObserving?: () => void;
};

export type IsolatedWorld = {
  hullmark?: {
    activeBadge?: ActiveBadge | undefined;
    /** Reads and watches the page's facts for a badge, once the page observer is injected. */
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
