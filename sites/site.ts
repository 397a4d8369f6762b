import type { Address } from './address.ts';

/**
 * A place for the badge: next to an element, or (`float`) over the free space behind it, without moving anything.
 * `seen` is the month of the page it was found on; a `named` anchor counts only if the element's text is the tool's name.
 */
export type Anchor = { selector: string; put: 'after' | 'float'; seen: string; named?: true };

/** Addresses that a site must identify, with their page ids, longest first, or must not identify (empty). */
export type Examples = Record<string, string[]>;

/**
 * Nothing can be installed from the page, as its index suspects harm; the release it shows was withdrawn by its maintainers; the
 * repository holds nothing.
 */
export const pageWarnings = ['quarantined', 'yanked', 'empty'] as const;
export type PageWarning = (typeof pageWarnings)[number];

/** What a page itself states about its tool, in the page's words; whatever it does not state is left out. */
export type PageFacts = {
  /** The latest version, as written on the page: `v0.21.0`. */
  version?: string;
  /** The license label, as written on the page: `Apache-2.0 license`. */
  license?: string;
  archived?: true;
  /** What the site itself warns of; whoever reads it needs to know that before any verdict. */
  warning?: PageWarning;
  /** Files or weights are available on request only. */
  gated?: true;
  /** The page id of the upstream repository. */
  forkOf?: string;
  /** The page id of the repository that a page of documentation is built from. */
  repository?: string;
  /** The page id or name of the replacement that the page names. */
  supersededBy?: string;
  /** Only some people can see this page, so nothing about it may leave the device. */
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

/** What a site is for, as Settings lists the sites. */
export type SiteGroup = 'code' | 'models' | 'packages' | 'images' | 'extensions' | 'docs';

/** One site: its host, which of its addresses are about a tool, and where its pages show the tool's name. */
export type Site = {
  name: string;
  host: string;
  /** Hosts whose paths mean the same, such as former names that redirect. */
  otherHosts?: string[];
  /** Set where the pages are under `www.`, so that access to that host is requested. */
  www?: true;
  group: SiteGroup;
  /**
   * Whether access to the host is required at installation, or optional and granted later; `none` where no badge can show: the
   * host only redirects, or browsers keep extensions off it. The toolbar popup knows those pages by their address.
   */
  access: 'required' | 'optional' | 'none';
  /**
   * The types of page id that the site gives: a package URL of a [registered type](https://github.com/package-url/purl-spec/tree/main/types)
   * where there is one, else host and path.
   */
  pageTypes: PageType[];
  /** Normalized page ids that an address may belong to, longest first. */
  identify(segments: Address['segments'], query?: Address['query'], written?: Address['written']): string[];
  /** Newest first; the first one that is present and visible is used. */
  anchors: Anchor[];
  /** The page id of a fork's upstream repository, from metadata and header only, so that every page can afford it. */
  forkOf?(page: Document, segments: Address['segments']): string | undefined;
};
