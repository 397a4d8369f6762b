import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

/** A library whose code is in the extension, as Vite's `build.license` describes it. */
export interface BundledLibrary {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

const fileName = '.vite/license.json';

/** Writes `licenses.txt` into the extension, and the same as JSON beside its folder for `npm run check`. */
export default defineWxtModule((wxt) => {
  addViteConfig(wxt, () => ({ build: { license: { fileName } } }));

  wxt.hook('build:done', ({ config: { outDir, root } }, { steps }) => {
    const libraries = new Map<string, BundledLibrary>();
    // WXT makes pages, background and content scripts in builds of their own, and each overwrites the file of the last.
    for (const step of steps) {
      for (const chunk of step.chunks)
        if (chunk.fileName === fileName && 'source' in chunk)
          for (const library of JSON.parse(String(chunk.source)) as BundledLibrary[])
            libraries.set(library.name, { ...library, text: library.text ?? mitText(library, root) });
      step.chunks = step.chunks.filter((chunk) => chunk.fileName !== fileName);
    }
    const sorted = [...libraries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    writeFileSync(join(outDir, 'licenses.txt'), sorted.map(notice).join(`\n${'-'.repeat(80)}\n\n`));
    writeFileSync(`${outDir}-licenses.json`, `${JSON.stringify(sorted, null, 2)}\n`);
    rmSync(join(outDir, '.vite'), { recursive: true });
  });
});

function notice({ name, version, identifier, text }: BundledLibrary): string {
  return `${name} ${version} (${identifier})\n\n${text}\n`;
}

/** WXT's packages name their license and author, and come without its text (seen 2026-11). */
function mitText({ name, identifier }: BundledLibrary, root: string): string | undefined {
  const file = join(root, 'node_modules', name, 'package.json');
  const { author } = JSON.parse(readFileSync(file, 'utf8')) as { author?: string | { name: string } };
  const by = typeof author === 'object' ? author.name : author;
  if (identifier !== 'MIT' || !by) return undefined;
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  return `Copyright (c) ${by}\n\n${own.slice(own.indexOf('Permission is hereby granted')).trim()}`;
}
