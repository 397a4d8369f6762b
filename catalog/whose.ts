import type { Tool } from './tool-schema.ts';

/** Whose word an entry is: the label of its feed; undefined for the bundled and the default catalog. Not optional, so that nobody forgets it. */
export type Whose = { from: string | undefined };

/** What every surface needs to name a tool. */
export type Named = Whose & { name: string };

/** A tool with the label of the feed that it comes from, and those of the catalog's tools that it says followed it. */
export type AttributedTool = Tool & Whose & { successors?: readonly (Named & { id: string })[] };

/** A tool's name as text, with the feed that it comes from: Oven (from “Kitchen”). */
export function nameWithSource({ name, from }: Named): string {
  return isolated(name) + (from ? ` (from “${isolated(from)}”)` : '');
}

// The ranges of Unicode whose letters run from right to left (UAX 9, Bidi_Class R and AL).
const rightToLeft =
  /[\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFC}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A text for the middle of a sentence: letters that run from right to left do not turn what stands around it. */
export function isolated(text: string): string {
  // The last character keeps the order where a system does not know isolates, and makes the line run from left to right.
  return rightToLeft.test(text) ? `\u{2068}${text}\u{2069}\u{200E}` : text;
}
