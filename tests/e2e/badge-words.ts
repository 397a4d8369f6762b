import { visibleText } from '../../badge/labels.ts';
import { recordOfPage } from '../../catalog/record-of-page.ts';
import { readReference, readTools } from '../../cli/read-data.ts';

/** What a badge reads on a page of a tool, by the catalog's entry. */
export function wordsOn(id: string, page: string, upstream?: string): string {
  const tool = readTools().find((each) => each.id === id)!;
  const record = recordOfPage(tool, page, readReference());
  return visibleText({ record, ...(upstream && { upstream }) });
}

// The newest version changes with the nights.
export const axolotlWords = wordsOn('axolotl', 'pkg:github/axolotl-ai-cloud/axolotl');
export const sam3Words = wordsOn('sam3', 'pkg:github/facebookresearch/sam3');
