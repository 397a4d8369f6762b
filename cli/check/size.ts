import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from '../root.ts';

// In bytes gzipped: the scripts of every page on the required and on granted sites, and the one that pages with a badge get when idle.
const limits = { 'badge.js': 11_500, 'badge-on-granted-sites.js': 16_000, 'page-observer.js': 8_500 };

/** The scripts that run on other people's pages stay small. */
export function sizeProblems(): string {
  const problems = Object.entries(limits).flatMap(([file, limit]) => {
    const path = `.output/chrome-mv3/${file}`;
    const bytes = gzipSync(readFileSync(root + path)).length;
    return bytes <= limit ? [] : `${path} has ${bytes} bytes gzipped, more than ${limit}`;
  });
  return problems.join('\n');
}
