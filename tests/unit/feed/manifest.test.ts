import { describe, expect, it } from 'vitest';
import { maxBytes } from '../../../catalog/feed/limits.ts';
import { readManifest } from '../../../catalog/feed/manifest.ts';
import { hash, feed, encode, bytesOf, messageOf } from '../../builders/signed-feed.ts';

describe('the fields of a manifest', () => {
  const ref = { sha256: hash, length: 1 };
  const tooNew = 'is newer than 1.0. Update the extension to read it.';
  it.each<[string, object, string]>([
    ['a newer format', { schema: '2.0' }, `Its format, 2.0, ${tooNew}`],
    ['a much newer format', { schema: '10.3' }, `Its format, 10.3, ${tooNew}`],
    ['a format that is not a text', { schema: { toString: 1 } }, 'manifest.json: schema: '],
    ['a format that is not a number', { schema: '2.0 or so' }, 'manifest.json: schema: '],
    ['no format', { schema: undefined }, 'manifest.json: schema: '],
    ['an id that is not a slug', { feed: 'Kitchen 2' }, 'manifest.json: feed: '],
    ['a long id', { feed: 'a'.repeat(61) }, 'manifest.json: feed: '],
    ['a blank name', { name: ' ' }, 'manifest.json: name: '],
    ['a long name', { name: 'a'.repeat(61) }, 'manifest.json: name: '],
    ['version 0', { version: 0 }, 'manifest.json: version: '],
    ['a broken version', { version: 1.5 }, 'manifest.json: version: '],
    ['a version beyond counting', { version: 2 ** 53 }, 'manifest.json: version: '],
    ['a version in words', { version: '5' }, 'manifest.json: version: '],
    ['an end that is not a day', { expires: '2026-02-30T00:00:00Z' }, 'manifest.json: expires: '],
    ['an end in another zone', { expires: '2026-02-20T00:00:00+14:00' }, 'manifest.json: expires: '],
    ['no end', { expires: undefined }, 'manifest.json: expires: '],
    [
      'an end in the year 9999',
      { expires: '9999-12-31T23:59:59Z' },
      ' days; a version may be for 400 at most.',
    ],
    [
      'an end a second too late',
      { published: '2026-11-20T00:00:00Z', expires: '2027-12-25T00:00:01Z' },
      'manifest.json: expires: it would be valid for 401 days; a version may be for 400 at most.',
    ],
    [
      'a restart without a number',
      { restart: { version: 1, date: '2026-11-20' } },
      'manifest.json: restart.number: ',
    ],
    [
      'restart 0',
      { restart: { number: 0, version: 1, date: '2026-11-20' } },
      'manifest.json: restart.number: ',
    ],
    [
      'a restart at half a version',
      { restart: { number: 1, version: 1.5, date: '2026-11-20' } },
      'manifest.json: restart.version: ',
    ],
    [
      'a restart on no day',
      { restart: { number: 1, version: 1, date: 'today' } },
      'manifest.json: restart.date: ',
    ],
    ['less than no tools', { tools: -1 }, 'manifest.json: tools: '],
    ['too many bits', { bits: 21 }, 'manifest.json: bits: '],
    ['large tables', { tables: { ...ref, length: maxBytes.tables + 1 } }, 'manifest.json: tables.length: '],
    [
      'a large pack',
      { pack: { ...ref, length: maxBytes.pack + 1, unpacked: 1 } },
      'manifest.json: pack.length: ',
    ],
    [
      'a large index file',
      { bits: 0, index: [{ ...ref, length: maxBytes.index + 1 }] },
      'manifest.json: index.0.length: ',
    ],
    [
      'large changes',
      { changes: { ...ref, length: maxBytes.changes + 1 } },
      'manifest.json: changes.length: ',
    ],
    ['a hash in capitals', { tables: { ...ref, sha256: 'AB'.repeat(32) } }, 'manifest.json: tables.sha256: '],
    [
      'a path for a hash',
      { tables: { ...ref, sha256: '../../other/manifest' } },
      'manifest.json: tables.sha256: ',
    ],
    ['a short hash', { tables: { ...ref, sha256: hash.slice(1) } }, 'manifest.json: tables.sha256: '],
    ['an index file too few', { bits: 2, index: [ref] }, 'manifest.json: index: 1 files instead of 2.'],
    ['an index file too many', { bits: 0, index: [ref, ref] }, 'manifest.json: index: 2 files instead of 1.'],
    [
      'an index file twice',
      { bits: 2, tools: 16, index: [ref, ref] },
      `manifest.json names the file ${hash} twice.`,
    ],
    ['the tables as the pack', { tables: ref, pack: { ...ref, unpacked: 1 } }, 'twice.'],
    ['the changes as the tables', { tables: ref, changes: ref }, 'twice.'],
    ['the changes as an index file', { bits: 0, index: [ref], changes: ref }, 'twice.'],
    ['more buckets than tools need', { tools: 16, bits: 3 }, 'bits: 3 is too many for 16 tools.'],
    [
      'more bytes than tools have',
      { tools: 20, pack: { ...ref, unpacked: 1_000_001 } },
      'pack.unpacked: 1000001 is too much for 20 tools.',
    ],
    [
      'a pack that unpacks to less',
      { pack: { ...ref, length: 3_000, unpacked: 1_000 } },
      'pack.length: 3000 is more than what it unpacks to.',
    ],
  ])('refuses %s', async (_, part, sentence) =>
    expect(await messageOf(() => readManifest(bytesOf({ ...feed.manifest, ...part })))).toContain(sentence),
  );
  it.each(['null', '[]', '"1.0"', '7'])('refuses %s', async (json) =>
    expect(await messageOf(() => readManifest(encode(json)))).toContain('manifest.json: '),
  );
  it('refuses a number that JSON cannot hold', async () => {
    const json = JSON.stringify(feed.manifest).replace('"version":5', '"version":1e999');
    expect(await messageOf(() => readManifest(encode(json)))).toContain('manifest.json: version: ');
  });
  it('accepts a newer minor format and drops what it does not know', () =>
    expect(
      readManifest(bytesOf({ ...feed.manifest, schema: '1.7', mirrors: ['x'], tables: { ...ref, type: 1 } })),
    ).toEqual({ ...feed.manifest, schema: '1.7', tables: ref }));
  it('accepts the longest validity', () => {
    const longest = { ...feed.manifest, published: '2026-11-20T00:00:00Z', expires: '2027-12-25T00:00:00Z' };
    expect(readManifest(bytesOf(longest))).toEqual(longest);
  });
  it('accepts each size at its limit', () => {
    let files = 0;
    const at = (length: number) => ({ sha256: String((files += 1)).padStart(64, '0'), length });
    const largest = {
      ...feed.manifest,
      ...{ tools: 100_000, bits: 1, tables: at(maxBytes.tables), index: [at(maxBytes.index)] },
      ...{ pack: { ...at(maxBytes.pack), unpacked: maxBytes.unpacked }, changes: at(maxBytes.changes) },
    };
    expect(readManifest(bytesOf(largest))).toEqual(largest);
  });
});
