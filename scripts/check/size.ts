import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 12_000;
const file = '.output/chrome-mv3/badge.js';

/** The script that runs on other people's pages stays small. */
export function sizeProblems(): string {
  const bytes = gzipSync(readFileSync(new URL(`../../${file}`, import.meta.url))).length;
  return bytes <= limit ? '' : `${file} has ${bytes} bytes gzipped, more than ${limit}`;
}
