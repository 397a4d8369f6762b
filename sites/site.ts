import type { Address } from './address.ts';

/**
 * A place for the mark: beside the element, or (`float`) over the free space behind it, moving nothing.
 * `seen` is the month; a `named` one counts only where the element says the tool's name and nothing else.
 */
export type Anchor = { selector: string; put: 'after' | 'float'; seen: string; named?: true };

/** Addresses a site must name (with their page ids, longest first), or must not name (empty). */
export type Examples = Record<string, string[]>;

/** What a page itself says about its tool, in the page's words; what it does not say, or what could not be read, is missing. */
export type PageFacts = {
  /** The latest version that the page states, as it is written there: `v0.21.0`. */
  version?: string;
  /** The license label, as it is written there: `Apache-2.0 license`. */
  license?: string;
  archived?: true;
  /** Files or weights are handed out on request only. */
  gated?: true;
  /** The page id of what this was forked from. */
  forkOf?: string;
  /** The page id or name of what the page says took its place. */
  supersededBy?: string;
  /** Only some may see this page, so nothing of it may leave the device. */
  isPrivate?: true;
};

/** What kind of page a page id names. */
export type PageKind =
  'repository' | 'model' | 'package' | 'image' | 'extension' | 'space' | 'data-set' | 'site';

/**
 * One type of page id: how it begins and what kind of page it names. After the prefix of a package URL comes the path of the
 * page on its site, or what `pathOf` makes that path of.
 */
export type PageType = { prefix: string; kind: PageKind; pathOf?(name: string): string };

/** One site: its host, which of its addresses are about a tool, and where its pages carry the name. */
export type Site = {
  name: string;
  host: string;
  /** Whether its right is asked for with the installation, or one by one when somebody wants its marks. */
  access: 'required' | 'optional';
  /**
   * The types of page id that the site gives: a package URL of a [registered type](https://github.com/package-url/purl-spec/tree/main/types)
   * where there is one, else host and path.
   */
  pageTypes: PageType[];
  /** Page ids an address may stand for, in the form they are compared, longest first. */
  identify(segments: Address['segments'], query?: Address['query']): string[];
  /** Newest first; the first that is on the page and visible wins. */
  anchors: Anchor[];
  /** The page id of what a repository was forked from, at the price of a look into the head and the name. */
  forkOf?(page: Document, segments: Address['segments']): string | undefined;
};
