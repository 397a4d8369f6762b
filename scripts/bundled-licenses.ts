import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A library of which code is in the extension; `.output/<browser>-mv3-licenses.json` is a list of them. */
export interface BundledLibrary {
  name: string;
  version: string;
  license: string;
  text: string;
}

/** Collects the libraries of every chunk, and writes their notices once all chunks are built. */
export function bundledLicenses() {
  const folders = new Set<string>();

  return {
    /** WXT makes pages, background and content scripts in builds of their own; each takes a plugin of its own. */
    plugin: (): Plugin => ({
      name: 'bundled-licenses',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [file, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 && packageFolder(file);
            if (folder) folders.add(folder);
          }
        }
      },
    }),

    /** Writes `licenses.txt` into a built extension, and the same as JSON beside its folder. */
    write(outDir: string) {
      const libraries = [...folders].map(readLibrary).sort((a, b) => (a.name < b.name ? -1 : 1));
      writeFileSync(join(outDir, 'licenses.txt'), libraries.map(notice).join(`\n${'-'.repeat(80)}\n\n`));
      writeFileSync(`${outDir}-licenses.json`, `${JSON.stringify(libraries, null, 2)}\n`);
    },
  };
}

/** The folder of the package that a module belongs to, if it is not our own. */
function packageFolder(file: string): string | undefined {
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

interface Package {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
}

function readLibrary(folder: string): BundledLibrary {
  const description = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, version, license = '', author } = JSON.parse(description) as Package;
  const text = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
  // WXT's packages name their license and their author, and leave out its words.
  const by = typeof author === 'string' ? author : author?.name;
  const known = license === 'MIT' && by ? `Copyright (c) ${by}\n\n${wordsOfMit()}` : '';
  return { name, version, license, text: text || known };
}

function notice({ name, version, license, text }: BundledLibrary) {
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** The words that all MIT licenses share, read from our own. */
function wordsOfMit() {
  const own = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8');
  return own.slice(own.indexOf('Permission is hereby granted')).trim();
}
