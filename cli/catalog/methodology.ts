import { readFileSync, writeFileSync } from 'node:fs';
import { distribution } from './distribution.ts';
import { readReference } from '../read-data.ts';
import { readTools } from './read-tools.ts';
import { distributionMarkdown } from './distribution-words.ts';

const page = new URL('../../docs/methodology.md', import.meta.url);
const [start, end] = ['<!-- made by npm run catalog -- stats --write -->', '<!-- end of what is made -->'];

/** Whether the figures in `docs/methodology.md` are those of the catalog; false when either cannot be read. */
export function isMethodologyCurrent(): boolean {
  try {
    return readFileSync(page, 'utf8') === withFigures();
  } catch {
    return false;
  }
}

/** Puts the figures of the catalog into `docs/methodology.md`. Throws if the page has lost its marks. */
export function writeMethodology(): void {
  writeFileSync(page, withFigures());
}

function withFigures(): string {
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split(start)[0]!, text.split(end)[1]];
  if (after === undefined) throw new Error(`docs/methodology.md: lacks "${start}" or "${end}"`);
  const figures = distributionMarkdown(distribution(readTools(), readReference()));
  return `${before}${start}\n\n${figures}\n\n${end}${after}`;
}
