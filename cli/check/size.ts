import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from '../root.ts';

// In bytes gzipped: the scripts of every page on the required and on granted sites, and the one that pages with a badge get when idle.
const limits = { 'badge.js': 11_400, 'badge-on-granted-sites.js': 16_000, 'page-observer.js': 10_200 };
// What the popup loads before its first paint, scripts and styles.
const maxPopupBytes = 17_000;

/** The scripts that run on other people's pages stay small, and so does what the popup's first paint waits for. */
export function sizeProblems(): string {
  const problems = Object.entries(limits).flatMap(([file, limit]) => tooLarge(file, [file], limit));
  return [...problems, ...tooLarge('popup.html', popupFiles(), maxPopupBytes)].join('\n');
}

/** The scripts and styles that the popup's page names; what it loads afterwards is not among them. */
function popupFiles(): string[] {
  const files = [...String(read('popup.html')).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  return files.map(([, file]) => file!);
}

function tooLarge(what: string, files: string[], limit: number): string[] {
  const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  return bytes <= limit ? [] : [`${folder}${what} has ${bytes} bytes gzipped, more than ${limit}`];
}

const folder = '.output/chrome-mv3/';
const read = (file: string) => readFileSync(root + folder + file);
