import type { PageFinding } from '../catalog/page-findings.ts';
import type { PageMatch } from './badge-lookup.ts';

/** The mark that stands on the page, and how to have it say what the page states. */
export type Standing = PageMatch & { say(findings: readonly PageFinding[]): void };

/** Follows what the page states about a tool; gives back how to end that. */
export type Watch = (standing: Standing) => () => void;

export type OwnWorld = {
  hullmark?: {
    standing?: Standing | undefined;
    watch?: Watch;
    /** The page id whose mark stays away until the next load; for windows in which nothing is kept. */
    away?: string | null;
    /** Looks at the page again, from the first mark on. */
    lookAgain?: () => void;
  };
};

/** What our scripts on one page share: the world that is theirs alone, into which no page can look. */
export const ownWorld = ((globalThis as OwnWorld).hullmark ??= {});
