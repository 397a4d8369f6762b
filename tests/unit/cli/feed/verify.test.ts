import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileRef } from '../../../../catalog/feed/checked-file.ts';
import type { Manifest } from '../../../../catalog/feed/manifest.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { secondVersion, pub, at, run, build, manifestOf, fileOf } = feedFolder();

describe('feed verify', () => {
  beforeAll(async () => {
    await secondVersion();
    await run('keygen', '--out', at('more-keys'));
  });
  const verifyChanged = async (name: string, change: (feed: string, manifest: Manifest) => void) => {
    cpSync(at('feed-2'), at(name), { recursive: true });
    change(name, manifestOf(name));
    return run('verify', at(name), '--key', pub);
  };
  const append = (file: string) => writeFileSync(file, ' ', { flag: 'a' });
  const cases: [string, string, (feed: string, manifest: Manifest) => void][] = [
    ['a manifest', 'It is not signed with the key', (feed) => append(at(`${feed}/manifest.json`))],
    ['a missing signature', 'There is no manifest.sig.', (feed) => rmSync(at(`${feed}/manifest.sig`))],
    [
      'a key beside it',
      'key.pub is not the key that signed manifest.json.',
      (feed) => cpSync(at('more-keys/feed-key.pub'), at(`${feed}/key.pub`)),
    ],
    ['tables', ' bytes', (feed, { tables }) => append(fileOf(feed, tables))],
    ['changes', 'There is no files/', (feed, { changes }) => rmSync(fileOf(feed, changes!))],
    ['an index file', ' bytes', (feed, { index }) => append(fileOf(feed, index[0]!))],
    [
      'a pack',
      'The pack cannot be unpacked.',
      (feed, { pack }) => writeFileSync(fileOf(feed, pack, 'pack'), 'x'),
    ],
    ['a missing pack', 'There is no files/', (feed, { pack }) => rmSync(fileOf(feed, pack, 'pack'))],
    [
      'a bucket',
      'is not what the manifest names',
      (feed, { index }) => {
        const [bucket] = JSON.parse(readFileSync(fileOf(feed, index[0]!), 'utf8')) as FileRef[];
        const file = fileOf(feed, bucket!);
        writeFileSync(file, readFileSync(file, 'utf8').replace('Bakes', 'Takes'));
      },
    ],
  ];
  it.each(cases)('refuses %s, changed', async (what, sentence, change) => {
    const { code, out, error } = await verifyChanged(`changed ${what}`, change);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(sentence);
  });
  it('refuses another key, and a feed that has expired', async () => {
    expect(await run('verify', at('feed'), '--key', at('more-keys/feed-key.pub'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('Nothing in it was read') as string,
    });
    await build('expired', 1, { published: '2020-01-01', expires: '30d' });
    expect(await run('verify', at('expired'), '--key', pub)).toMatchObject({
      code: 1,
      error: 'Version 1 expired on 2020-01-31 by this device’s clock.\n',
    });
  });
  it('accepts the key itself too', async () =>
    expect(await run('verify', at('feed'), '--key', readFileSync(pub, 'utf8').trim())).toMatchObject({
      code: 0,
    }));
  it.each([
    [['--key', 'x'], 2, 'Missing required positional argument: PLACE'],
    [['DIR'], 2, 'Missing required argument: --key'],
    [['DIR', '--key', 'no-key'], 1, '"no-key" is not an Ed25519 public key'],
    [['DIR', '--key', 'no.pub'], 1, 'no.pub is neither a file nor a public key'],
    [['/nowhere', '--key', 'PUB'], 1, '/nowhere: there is no such folder'],
    [['http://a.example/', '--key', 'PUB'], 1, 'a feed’s address begins with https://'],
  ])('%j', async (words, code, sentence) => {
    const result = await run('verify', ...words.map((word) => ({ DIR: at('feed'), PUB: pub })[word] ?? word));
    expect([result.code, result.error]).toEqual([code, expect.stringContaining(sentence)]);
  });
});
