import { describe, expect, it } from 'vitest';
import { mayImport, pureFolders } from '../../import-rules.mjs';
import { importCircles, sourceFiles } from '../builders/source-files.ts';

const product = sourceFiles(Object.keys(mayImport));
const others = sourceFiles(['modules', 'cli', 'harness', 'bench']);

describe('a file imports only what its folder may', () => {
  it.each(product)('$file', ({ folder, file, imports }) => {
    // Nobody imports an entrypoint, so each has only its own folder.
    const own = folder === 'entrypoints' ? file.split('/').slice(0, 2).join('/') : folder;
    const allowed = [own, ...mayImport[folder]!];
    const wrong = imports
      .filter(({ path, isType }) => {
        const isOfPureFolders =
          isType && [folder, path.split('/')[0]!].every((one) => pureFolders.includes(one));
        return !isOfPureFolders && !allowed.some((one) => path === one || path.startsWith(`${one}/`));
      })
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

it('no script imports an entrypoint', () =>
  expect(others.filter(({ imports }) => imports.some(({ path }) => path.startsWith('entrypoints/')))).toEqual(
    [],
  ));

it('no files import each other in a circle, not even types', () =>
  expect(importCircles([...product, ...others]).map((files) => files.join(' → '))).toEqual([]));

describe('a circle', () => {
  const file = (name: string, ...imports: string[]) => ({
    file: name,
    imports: imports.map((path) => ({ path, isType: false })),
  });
  it.each([
    [[file('a', 'b'), file('b', 'c'), file('c')], []],
    [[file('a', 'a')], [['a', 'a']]],
    [[file('a', 'b', 'c'), file('b', 'c'), file('c', 'b')], [['b', 'c', 'b']]],
  ])('in %j is %j', (files, circles) => expect(importCircles(files)).toEqual(circles));
});

// Without comments and texts.
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''");

it('only browser/clock.ts reads the device’s clock', () => {
  const readers = product.filter(({ text }) =>
    /\bDate\.now\b|\bnew Date\(\s*\)|[^.\w]Date\(\)/.test(codeOf(text)),
  );
  expect(readers.map(({ file }) => file)).toEqual(['browser/clock.ts']);
});

describe('a pure folder knows no page, no browser and no network', () => {
  const impure = /\b(?:browser|chrome|document|window|localStorage|fetch)\b[.(]/;
  it.each(product.filter(({ folder }) => pureFolders.includes(folder)))('$file', ({ text }) => {
    expect(codeOf(text)).not.toMatch(impure);
    expect(text).not.toMatch(/from '(?:wxt|webextension-polyfill|preact|idb)/);
  });
});
