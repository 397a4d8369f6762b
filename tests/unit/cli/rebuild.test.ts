import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences } from '../../../cli/rebuild.ts';
import { unzip } from '../../../cli/unzip.ts';
import packageFile from '../../../package.json' with { type: 'json' };

let folder: string;
const at = (path: string) => join(folder, path);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hullmark-rebuild-'));
  for (const name of ['one', 'other']) mkdirSync(at(name));
});
afterEach(() => rmSync(folder, { recursive: true }));

const current = `${packageFile.name}-${packageFile.version}`;

/** A zip of these files, every second one deflated. */
function zipOf(files: Record<string, string>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const method = index % 2 ? 8 : 0;
    const data = method ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('two builds are compared', () => {
  it('and name each zip that differs or is missing', () => {
    const write = (name: string, text: string) => writeFileSync(at(name), text);
    for (const each of ['one', 'other']) write(`${each}/${current}-chrome.zip`, 'same');
    expect(differences(at('one'), at('other'))).toEqual([]);
    write(`one/${current}-edge.zip`, 'a');
    write(`other/${current}-edge.zip`, 'b');
    write(`other/${current}-firefox.zip`, 'only here');
    write('other/another-1.0.0-chrome.zip', 'another version');
    expect(differences(at('one'), at('other'))).toEqual([
      expect.stringMatching(/edge\.zip differs: [\da-f]{64} and [\da-f]{64}$/),
      `${current}-firefox.zip was made by one of the two builds only`,
    ]);
    expect(differences(at('one'), at('nowhere'))).toHaveLength(2);
  });
});

describe('a zip is unpacked', () => {
  it('with its folders, whether its files are deflated or stored', () => {
    writeFileSync(at('a.zip'), zipOf({ 'a.txt': 'stored', 'b/c.txt': 'deflated'.repeat(9), 'd/': '' }));
    unzip(at('a.zip'), at('one'));
    expect(readdirSync(at('one'), { recursive: true }).map(String).sort()).toEqual([
      'a.txt',
      'b',
      'b/c.txt',
      'd',
    ]);
    expect(readFileSync(at('one/b/c.txt'), 'utf8')).toBe('deflated'.repeat(9));
  });
  it.each(['../out', 'a/../../out', '/out'])('but not to %s', (name) => {
    writeFileSync(at('a.zip'), zipOf({ [name]: 'x' }));
    expect(() => unzip(at('a.zip'), at('one'))).toThrow('has a name that leads out of it');
    expect(readdirSync(folder).sort()).toEqual(['a.zip', 'one', 'other']);
  });
  it('and what is not a zip is refused', () => {
    writeFileSync(at('a.zip'), 'x');
    expect(() => unzip(at('a.zip'), at('one'))).toThrow('is not a zip');
  });
});
