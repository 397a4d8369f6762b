import { cleanText } from '../../catalog/label.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { Proposal } from './source.ts';

const maxLetters = 160;

/** A judgement without a value: what a source says, for a person to look at. */
export function question(tool: Tool, path: string[], list: string, says: string): Proposal {
  return { tool: tool.id, path, kind: 'judgement', list, says };
}

/** What is asked where a source has nothing any more under a page that the catalog has. */
export function deleted(tool: Tool, page: string, title: string): Proposal {
  return question(tool, ['pages'], 'Deleted pages', `${title} has nothing at ${page} any more`);
}

/** A text of a source as a sentence may quote it. */
export function shown(text: string): string {
  const clean = cleanText(text.slice(0, 4 * maxLetters));
  return `"${clean.length > maxLetters ? `${clean.slice(0, maxLetters)}…` : clean}"`;
}
