import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { line } from './report.ts';

export type Size = { what: string; raw: number; gzip: number };

/** Sizes of what is shipped, in bytes, as it is in the package and compressed. */
export function sizes(directory: string): Size[] {
  const read = (file: string) => readFileSync(`${directory}/${file}`);
  const popup = [...String(read('popup.html')).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  const files = {
    'badge.js': ['badge.js'],
    'badge-on-granted-sites.js': ['badge-on-granted-sites.js'],
    'page-observer.js': ['page-observer.js'],
    "the popup's scripts and styles before its first paint": popup.map(([, file]) => file!),
    'background.js': ['background.js'],
    'catalog.json': ['catalog.json'],
  };
  return Object.entries(files).map(([what, names]) => ({
    what,
    raw: names.reduce((sum, name) => sum + read(name).length, 0),
    gzip: names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0),
  }));
}

export function sizeTableOf(all: Size[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const rows = all.map(({ what, raw, gzip }) => [what, kilobytes(raw), kilobytes(gzip)]);
  return [['', 'raw', 'gzipped'], ...rows].map(line).join('\n');
}
