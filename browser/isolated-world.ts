import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';

/** The mark that stands on the page, how to have it say what the page states, and how to end the watch for that. */
export type ActiveBadge = PageMatch & { say(findings: readonly PageFinding[]): void; end?: () => void };

export type IsolatedWorld = {
  hullmark?: {
    activeBadge?: ActiveBadge | undefined;
    /** Follows what the page states, once the script for that is here. */
    observe?: (activeBadge: ActiveBadge) => void;
    /** The page id whose mark stays away until the next load; for windows in which nothing is kept. */
    dismissedPage?: string | null;
    /** Looks at the page again, from the first mark on. */
    refresh?: () => void;
  };
};

/** What our scripts on one page share: the world that is theirs alone, into which no page can look. */
export const isolatedWorld = ((globalThis as IsolatedWorld).hullmark ??= {});
