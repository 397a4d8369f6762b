import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

export type Size = { what: string; raw: number; gzip: number };

/** What is shipped, in bytes as it lies in the package and compressed. */
export function sizes(directory: string): Size[] {
  const read = (file: string) => readFileSync(`${directory}/${file}`);
  const size = (what: string, files: string[]): Size => ({
    what,
    raw: files.reduce((sum, file) => sum + read(file).length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0),
  });
  const popup = [
    ...read('popup.html')
      .toString()
      .matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g),
  ];
  return [
    size('badge.js', ['badge.js']),
    size('page-observer.js', ['watch-page.js']),
    size(
      "the popup's scripts and styles",
      popup.flatMap(([, file]) => file ?? []),
    ),
    size('background.js', ['background.js']),
    size('catalog.json', ['catalog.json']),
  ];
}
