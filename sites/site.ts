import type { Address } from './address.ts';

/** A place for the mark: beside the element, at its end, or (`float`) over the free space behind it, moving nothing. */
export type Anchor = { selector: string; put: 'after' | 'float'; seen: string };

/** Addresses a site must name (with their page ids, longest first), or must not name (empty). */
export type Examples = Record<string, string[]>;

/** One site: its host, which of its addresses are about a tool, and where its pages carry the name. */
export type Site = {
  name: string;
  host: string;
  /** Page ids an address may stand for, in the form they are compared, longest first. */
  identify(segments: Address['segments']): string[];
  /** Newest first; the first that is on the page and visible wins. */
  anchors: Anchor[];
};
