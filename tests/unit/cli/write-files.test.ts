import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../../../cli/write-files.ts';

let folder: string;
const at = (path: string) => join(folder, path);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-write-'));
  writeFileSync(at('old'), 'before');
  mkdirSync(at('folder'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = () => readdirSync(folder, { recursive: true }).map(String).sort();

describe('a set of files', () => {
  it('is written as a whole, with the folders it needs', () => {
    writeFiles([
      { path: at('new/deep/a'), content: 'a' },
      { path: at('old'), content: 'after' },
      { path: at('key'), content: 'secret', mode: 0o600, isNew: true },
    ]);
    expect(all()).toEqual(['folder', 'key', 'new', 'new/deep', 'new/deep/a', 'old']);
    expect(['new/deep/a', 'old', 'key'].map((name) => readFileSync(at(name), 'utf8'))).toEqual([
      'a',
      'after',
      'secret',
    ]);
    if (process.platform !== 'win32') expect(statSync(at('key')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a folder stands in the way of one', 'folder', 'EISDIR'],
    ['one lies below a file', 'old/under', /ENOTDIR|EEXIST/],
    ['a name is too long', 'x'.repeat(300), 'ENAMETOOLONG'],
  ])('leaves everything as it was where %s', (_, bad, code) => {
    const before = all();
    for (const files of [
      [
        { path: at('new/a'), content: 'a' },
        { path: at('old'), content: 'after' },
        { path: at(bad), content: '' },
      ],
      [
        { path: at(bad), content: '' },
        { path: at('new/a'), content: 'a' },
      ],
    ]) {
      expect(() => writeFiles(files)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(code) as string, path: at(bad) }) as Error,
      );
      expect(all()).toEqual(before);
      expect(readFileSync(at('old'), 'utf8')).toBe('before');
    }
  });

  it('takes back the files before one that must be new and is there', () => {
    const files = ['first', 'old', 'last'].map((name) => ({ path: at(name), content: 'after', isNew: true }));
    expect(() => writeFiles([{ path: at('folder/a'), content: '' }, ...files])).toThrow(
      expect.objectContaining({ code: 'EEXIST', path: at('old') }) as Error,
    );
    expect(all()).toEqual(['folder', 'old']);
    expect(readFileSync(at('old'), 'utf8')).toBe('before');
  });

  it('writes what a link leads to, and keeps the permissions that a file had', () => {
    chmodSync(at('old'), 0o640);
    symlinkSync('old', at('link'));
    writeFiles([{ path: at('link'), content: 'after' }]);
    expect(readFileSync(at('old'), 'utf8')).toBe('after');
    expect(all()).toEqual(['folder', 'link', 'old']);
    if (process.platform !== 'win32') expect(statSync(at('old')).mode & 0o777).toBe(0o640);
  });

  it('writes into what is not a file, such as a terminal, as it is', () => {
    if (existsSync('/dev/null')) writeFiles([{ path: '/dev/null', content: 'gone' }]);
    expect(all()).toEqual(['folder', 'old']);
  });
});
