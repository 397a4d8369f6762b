import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { line } from './report.ts';

export type Size = { what: string; raw: number; gzip: number };

/** Sizes of what is shipped, in bytes, as it is in the package and compressed. */
export function sizes(directory: string): Size[] {
  const read = (file: string) => readFileSync(`${directory}/${file}`);
  const size = (what: string, files: string[]): Size => ({
    what,
    raw: files.reduce((sum, file) => sum + read(file).length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0),
  });
  const popup = [...String(read('popup.html')).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  return [
    size('badge.js', ['badge.js']),
    size('page-observer.js', ['page-observer.js']),
    size(
      "the popup's scripts and styles",
      popup.map(([, file]) => file!),
    ),
    size('background.js', ['background.js']),
    size('catalog.json', ['catalog.json']),
  ];
}

/** The sizes as a plain table. */
export function sizeTableOf(all: Size[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const rows = all.map(({ what, raw, gzip }) => [what, kilobytes(raw), kilobytes(gzip)]);
  return [['', 'raw', 'gzipped'], ...rows].map(line).join('\n');
}
