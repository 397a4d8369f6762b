import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

// Who may import whom, by folder; what is not named here is nobody's to import. Types of each other cost the two pure folders nothing.
const allowed: Record<string, string[]> = {
  sites: [],
  catalog: [],
  badge: ['catalog', 'sites', 'browser', 'components/look.css?inline'],
  components: ['catalog'],
  browser: ['catalog', 'sites', 'data', 'product.json'],
  entrypoints: ['catalog', 'sites', 'badge', 'components', 'browser', 'data', 'product.json'],
};

// Pure folders know no page, no browser, no network and no clock.
const impure = /\b(?:browser|chrome|document|window|localStorage|fetch|Date\.now)\b[.(]|new Date\(\)/;

const files = Object.keys(allowed).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ folder, file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
);

describe('imports run one way', () => {
  it.each(files)('$file', ({ folder, file, text }) => {
    const pure = ['sites', 'catalog'].includes(folder);
    const imports = [...text.matchAll(/import (type )?[^;]*?from '(\.[^']+)'/g)]
      .filter(([, isType]) => !(pure && isType))
      .map(([, , path]) => normalize(join(dirname(file), path!)));
    const own = folder === 'entrypoints' ? dirname(file) : folder;
    const wrong = imports.filter((path) => {
      const top = path.split('/')[0]!;
      return !path.startsWith(`${own}/`) && ![top, path].some((each) => allowed[folder]!.includes(each));
    });
    expect(wrong).toEqual([]);
  });
});

describe('pure folders stay pure', () => {
  it.each(files.filter(({ folder }) => ['sites', 'catalog'].includes(folder)))('$file', ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^']*'/g, "''");
    expect(code).not.toMatch(impure);
    expect(text).not.toMatch(/from '(?:wxt|webextension-polyfill|preact|idb)/);
  });
});
