// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { assertAcceptable, expiredOn } from '../../catalog/feed/accept-manifest.ts';
import { sha256 } from '../../catalog/feed/checked-file.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { readManifest, type Manifest } from '../../catalog/feed/manifest.ts';
import { readJson } from '../../catalog/feed/safe-json.ts';
import { isSigned } from '../../catalog/feed/signature.ts';
import { signManifest } from '../builders/feed.ts';
import {
  taken,
  notSigned,
  hash,
  feed,
  encode,
  bytesOf,
  textOf,
  nested,
  said,
  verified,
  key,
  thief,
} from './feed-said.ts';

describe('a manifest’s signature', () => {
  it.each<[string, (signature: string) => string]>([
    ['missing', () => ''],
    ['cut', (signature) => signature.slice(0, -5)],
    ['a byte short', (signature) => Buffer.from(signature, 'base64').subarray(1).toString('base64')],
    [
      'a byte long',
      (signature) => Buffer.concat([Buffer.from(signature, 'base64'), Buffer.of(0)]).toString('base64'),
    ],
    ['twice', (signature) => `${signature}\n${signature}`],
    ['of zeros', () => Buffer.alloc(64).toString('base64')],
    ['no base64', () => '-----BEGIN SIGNATURE-----'],
    ['of the other alphabet', () => `${'-_'.repeat(43)}==`],
    ['with a blank inside', (signature) => `${signature.slice(0, 40)} ${signature.slice(40)}`],
    // 64 bytes leave four bits of their last letter unused.
    ['spelt another way', (signature) => signature.replace(/[AQgw]==$/, (end) => `${next(end[0]!)}==`)],
  ])('%s is refused', async (_, change) => {
    const signature = textOf(feed.files.get('manifest.sig')).trim();
    const files = new Map(feed.files).set('manifest.sig', encode(change(signature)));
    expect(await said(() => verified({ files }))).toBe(notSigned);
  });
  it('by another key is refused', async () => {
    const files = new Map(feed.files);
    await signManifest(files, files.get('manifest.json')!, thief);
    expect(await said(() => verified({ files }))).toBe(notSigned);
  });
  it('that fits gives manifest, hash and key', async () =>
    expect(await verified(feed)).toEqual({
      manifest: feed.manifest,
      sha256: await sha256(feed.files.get('manifest.json')!),
      key: key.text,
    }));
  it.each([
    ['no JSON', encode('<!doctype html>'), 'manifest.json is no JSON.'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe), 'manifest.json is no UTF-8 text.'],
    ['deep JSON', encode('['.repeat(10_000_000)), 'manifest.json is nested deeper than 32 levels.'],
    ['a newer format', bytesOf({ schema: '2.0' }), 'Its format is 2.0, newer than 1.0'],
  ])('is checked before anything is parsed: %s', async (_, bytes, sentence) => {
    const files = new Map(feed.files).set('manifest.json', bytes);
    expect(await said(() => verified({ files }))).toBe(notSigned);
    await signManifest(files, bytes, key);
    expect(await said(() => verified({ files }))).toContain(sentence);
  });
  it('is Ed25519 as RFC 8032 has it (section 7.1, tests 1 and 2)', async () => {
    const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
    const one = base64('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const two = base64('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const empty = base64(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    const r = base64(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await isSigned(new Uint8Array(), empty, one)).toBe(true);
    expect(await isSigned(Uint8Array.of(0x72), r, two)).toBe(true);
    expect(await isSigned(Uint8Array.of(0x72), r, one)).toBe(false);
  });
});

/** The letter behind this one in base64's alphabet. */
function next(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

describe('a verified manifest', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  const known = { feed: 'kitchen', seen: { version: 5, sha256: hash } };
  const expires = '2026-12-01T00:00:00Z';
  it.each<[string, Partial<Manifest>, typeof known, number, string]>([
    ['of a higher version', { version: 6 }, known, now, taken],
    [
      'of a lower version',
      { version: 4 },
      known,
      now,
      'Version 4 is older than version 5, which this device has seen.',
    ],
    ['of the version seen, with its bytes', {}, known, now, taken],
    [
      'of the version seen, with other bytes',
      {},
      { ...known, seen: { version: 5, sha256: 'cd'.repeat(32) } },
      now,
      'This version 5 is not the version 5 that this device has seen.',
    ],
    ['of another feed', { feed: 'garden' }, known, now, 'This is the feed “garden”, not “kitchen”.'],
    ['before its last moment', { expires }, known, Date.parse(expires) - 1, taken],
    [
      'at its last moment',
      { expires },
      known,
      Date.parse(expires),
      'Version 5 expired on 2026-12-01 by this device’s clock.',
    ],
    [
      'with the clock set forward',
      { expires },
      known,
      Date.parse('2099-01-01'),
      'Version 5 expired on 2026-12-01 by this device’s clock.',
    ],
    ['with the clock set back', { expires }, known, Date.parse('1990-01-01'), taken],
    [
      'of a lower version with the clock set back',
      { expires, version: 4 },
      known,
      Date.parse('1990-01-01'),
      'Version 4 is older than version 5, which this device has seen.',
    ],
    ['with as many tools as can be held', { tools: 100_000 }, known, now, taken],
    [
      'with one tool more',
      { tools: 100_001 },
      known,
      now,
      'It has 100,001 tools; this version of the extension holds 100,000 at most.',
    ],
    [
      'whose pack unpacks to too much',
      { pack: { sha256: hash, length: 1, unpacked: 600_000_001 } },
      known,
      now,
      'Its pack unpacks to 600,000,001 bytes, more than the extension takes.',
    ],
  ])('%s', async (_, part, seen, at, sentence) =>
    expect(await said(() => assertAcceptable({ ...feed.manifest, ...part }, hash, seen, at))).toBe(sentence),
  );
  it('of the version that came with the package, whose bytes nobody knows, is taken', async () =>
    expect(
      await said(() => assertAcceptable(feed.manifest, hash, { feed: 'kitchen', seen: { version: 5 } }, now)),
    ).toBe(taken));
  it('tells the day on which it ran out', () => {
    expect(expiredOn({ expires }, Date.parse(expires))).toBe('2026-12-01');
    expect(expiredOn({ expires }, Date.parse(expires) - 1)).toBeUndefined();
    expect(expiredOn({}, now)).toBeUndefined();
  });
});

describe('what a manifest says', () => {
  const ref = { sha256: hash, length: 1 };
  const tooNew = 'newer than 1.0: update the extension to read it.';
  it.each<[string, object, string]>([
    ['a newer format', { schema: '2.0' }, `Its format is 2.0, ${tooNew}`],
    ['a much newer format', { schema: '10.3' }, `Its format is 10.3, ${tooNew}`],
    ['a format that is no text', { schema: { toString: 1 } }, 'manifest.json: schema: '],
    ['a format that is no number', { schema: '2.0 or so' }, 'manifest.json: schema: '],
    ['no format', { schema: undefined }, 'manifest.json: schema: '],
    ['an id that is no slug', { feed: 'Kitchen 2' }, 'manifest.json: feed: '],
    ['a long id', { feed: 'a'.repeat(61) }, 'manifest.json: feed: '],
    ['a blank name', { name: ' ' }, 'manifest.json: name: '],
    ['a long name', { name: 'a'.repeat(61) }, 'manifest.json: name: '],
    ['version 0', { version: 0 }, 'manifest.json: version: '],
    ['a broken version', { version: 1.5 }, 'manifest.json: version: '],
    ['a version beyond counting', { version: 2 ** 53 }, 'manifest.json: version: '],
    ['a version in words', { version: '5' }, 'manifest.json: version: '],
    ['an end that is no day', { expires: '2026-02-30T00:00:00Z' }, 'manifest.json: expires: '],
    ['an end in another zone', { expires: '2026-02-20T00:00:00+14:00' }, 'manifest.json: expires: '],
    ['no end', { expires: undefined }, 'manifest.json: expires: '],
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
    [
      'an index file too few',
      { bits: 2, index: [ref] },
      'manifest.json: index: 2 files belong to 2 bits, not 1.',
    ],
    [
      'an index file too many',
      { bits: 0, index: [ref, ref] },
      'manifest.json: index: 1 files belong to 0 bits, not 2.',
    ],
  ])('refuses %s', async (_, part, sentence) =>
    expect(await said(() => readManifest(bytesOf({ ...feed.manifest, ...part })))).toContain(sentence),
  );
  it.each(['null', '[]', '"1.0"', '7'])('refuses %s', async (json) =>
    expect(await said(() => readManifest(encode(json)))).toContain('manifest.json: '),
  );
  it('refuses a number that JSON cannot hold', async () => {
    const json = JSON.stringify(feed.manifest).replace('"version":5', '"version":1e999');
    expect(await said(() => readManifest(encode(json)))).toContain('manifest.json: version: ');
  });
  it('takes a newer minor format and drops what it does not know', () =>
    expect(
      readManifest(bytesOf({ ...feed.manifest, schema: '1.7', mirrors: ['x'], tables: { ...ref, type: 1 } })),
    ).toEqual({ ...feed.manifest, schema: '1.7', tables: ref }));
  it('takes each size at its limit', () => {
    const at = (length: number) => ({ sha256: hash, length });
    const largest = {
      ...feed.manifest,
      ...{ bits: 1, tables: at(maxBytes.tables), index: [at(maxBytes.index)] },
      ...{ pack: { ...at(maxBytes.pack), unpacked: maxBytes.unpacked }, changes: at(maxBytes.changes) },
    };
    expect(readManifest(bytesOf(largest))).toEqual(largest);
  });
});

describe('JSON of a stranger', () => {
  const deep = 'x is nested deeper than 32 levels.';
  const proto = (name: string) => `x has the key “${name}”, which no feed may carry.`;
  const [noJson, noText] = ['x is no JSON.', 'x is no UTF-8 text.'];
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', noJson],
    ['markup', '<!doctype html>', noJson],
    ['a file cut short', '{"a":[1,2', noJson],
    ['a file with more behind it', '{} {}', noJson],
    ['no number', '{"a":NaN}', noJson],
    ['a comment', '{} // x', noJson],
    ['a byte order mark', '\ufeff{}', noJson],
    ['zeros', Uint8Array.from({ length: 8 }, () => 0), noJson],
    ['another encoding', Uint8Array.of(0xff, 0xfe, 0x7b, 0), noText],
    ['half a letter', Uint8Array.of(0x22, 0xe2, 0x82, 0x22), noText],
    ['a long spelling of a short letter', Uint8Array.of(0x22, 0xc0, 0x80, 0x22), noText],
    ['half a surrogate pair', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), noText],
    ['32 lists', nested(32), taken],
    ['33 lists', nested(33), deep],
    ['32 objects', nested(32, '{"a":', '0', '}'), taken],
    ['33 objects', nested(33, '{"a":', '0', '}'), deep],
    ['33 levels of both', nested(16, '[{"a":', '[]', '}]'), deep],
    ['10 million brackets', '['.repeat(10_000_000), deep],
    ['10 million brackets that close', nested(5_000_000), deep],
    ['a million objects in each other', '{"a":'.repeat(1_000_000), deep],
    ['brackets that close first', ']'.repeat(100) + '['.repeat(100), noJson],
    ['brackets in a text', JSON.stringify('['.repeat(100)), taken],
    ['brackets behind a quote in a text', JSON.stringify(`"\\"${'['.repeat(100)}`), taken],
    ['brackets behind an escaped backslash', `["\\\\",${nested(32)}]`, deep],
    ['a prototype', '{"__proto__":{"polluted":1}}', proto('__proto__')],
    ['a constructor', '{"constructor":{"prototype":{"polluted":1}}}', proto('constructor')],
    ['a prototype by name', '[{"a":{"prototype":0}}]', proto('prototype')],
    ['a prototype far down', nested(31, '[', '{"__proto__":0}'), proto('__proto__')],
    ['a prototype behind much else', `[${'{"a":1},'.repeat(1000)}{"__proto__":1}]`, proto('__proto__')],
    ['a prototype in escapes', '{"\\u005f\\u005fproto\\u005F\\u005f":1}', proto('__proto__')],
    ['a constructor in escapes', '{"c\\u006fnstructor":1}', proto('constructor')],
    ['such a name as a value', '{"a":"__proto__","b":["constructor"]}', taken],
    ['a text of 4,000 letters', JSON.stringify(['a'.repeat(4_000)]), taken],
    ['a longer text', JSON.stringify([{ a: 'a'.repeat(4_001) }]), 'x has a text of over 4000 letters.'],
    ['a longer name', JSON.stringify({ ['a'.repeat(4_001)]: 0 }), 'x has a text of over 4000 letters.'],
    ['a name that is only like it', '{"__proto":1,"Constructor":2,"prototypes":3}', taken],
  ])('%s', async (_, file, sentence) => {
    const bytes = typeof file === 'string' ? encode(file) : file;
    expect(await said(() => readJson(bytes, 'x'))).toBe(sentence);
    expect({}).not.toHaveProperty('polluted');
  });
});
