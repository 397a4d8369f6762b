import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readFile } from '../../../cli/read-file.ts';
import { tool } from '../../builders/tool.ts';
import { feedFolder } from '../../builders/feed-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'hullmark-files-'));
const at = (name: string) => join(folder, name);
const makePipe = (path: string) => spawnSync('mkfifo', [path]);
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is read as a file', () => {
  it('is a file, by its path or its address', () => {
    writeFileSync(at('a.json'), '{}');
    expect(readFile(at('a.json')).toString()).toBe('{}');
    expect(readFile(pathToFileURL(at('a.json'))).toString()).toBe('{}');
  });
  it('is no folder', () => {
    mkdirSync(at('b.json'));
    expect(() => readFile(at('b.json'))).toThrow(`${at('b.json')} is a folder, not a file`);
  });
  it('is no pipe, which is not waited for', () => {
    makePipe(at('c.json'));
    expect(() => readFile(at('c.json'))).toThrow(`${at('c.json')} is a pipe or a device, not a file`);
  });
  it('is no device', () =>
    expect(() => readFile('/dev/zero')).toThrow('/dev/zero is a pipe or a device, not a file'));
});

describe('a feed is not built', () => {
  const { at: inFeed, data, build } = feedFolder();
  const tools = { oven: tool('oven', 'ssk') };

  it.each<[string, (path: string) => unknown, string]>([
    ['a pipe', makePipe, 'is a pipe or a device, not a file'],
    ['a folder', mkdirSync, 'is a folder, not a file'],
  ])('from data with %s among its files', async (what, make, sentence) => {
    for (const [name, file] of [
      ['tools', 'tools/pan.json'],
      ['tables', 'jobs.json'],
      ['feed', 'feed.json'],
    ] as const) {
      const from = `${what.replace(' ', '-')}-${name}`;
      data(from, tools);
      const path = inFeed(`${from}/${file}`);
      rmSync(path, { force: true });
      make(path);
      const { code, error } = await build(`out-${from}`, 1, { tools: inFeed(from) });
      expect([code, error.trim()]).toEqual([1, `${path} ${sentence}`]);
    }
  });
});
