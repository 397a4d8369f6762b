// @vitest-environment node
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepPack } from '../../browser/feeds/keep-pack.ts';
import { accept, expiredOn } from '../../catalog/feed/acceptance.ts';
import { bitsFor, bucketText, readBucket, toolBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, sha256 } from '../../catalog/feed/checked-file.ts';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { indexText, readIndex } from '../../catalog/feed/index-file.ts';
import { keysAfter, readStatements, statementBytes } from '../../catalog/feed/key-chain.ts';
import { mostBytes } from '../../catalog/feed/limits.ts';
import { readManifest, type Manifest } from '../../catalog/feed/manifest.ts';
import { inWords, Refusal } from '../../catalog/feed/refusal.ts';
import { readJson } from '../../catalog/feed/safe-json.ts';
import { fingerprint, isSigned, readPublicKey } from '../../catalog/feed/signature.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import { verifiedManifest } from '../../catalog/feed/verified-manifest.ts';
import { syntheticTool } from '../../scripts/synthetic-tools.ts';
import { makeFeed, makeKey, makeStatement, signManifest, type TestFeed, type TestKey } from './feed-maker.ts';
import { reference, tool } from './tools.ts';

const taken = 'taken';
const notSigned =
  'Its signature is not by the key you confirmed, nor by one which that key passed the feed on to. Nothing of it was read. If its publisher says that the key was lost, remove the feed and add it again, comparing the new fingerprint.';
const tools = Array.from({ length: 20 }, (_, at) => tool(`tool-${at}`, 'ssk'));
const hash = 'ab'.repeat(32);

const [key, thief, later, last] = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
const feed = await makeFeed({ tools, key, version: 5 });

const encode = (text: string) => new TextEncoder().encode(text);
const bytesOf = (json: unknown) => encode(JSON.stringify(json));
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const nested = (levels: number, open = '[', inner = '0', close = ']') =>
  open.repeat(levels) + inner + close.repeat(levels);

/** The sentence of a refusal, or "taken"; any other error goes through. */
async function said(work: () => unknown): Promise<string> {
  try {
    await work();
    return taken;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** The manifest of a feed's files as a device reads it that knows this key. */
function verified(
  { files }: Pick<TestFeed, 'files'>,
  known = key,
  statements: Parameters<typeof readStatements>[0] = encode('[]'),
) {
  const [manifest, signature] = [files.get('manifest.json')!, textOf(files.get('manifest.sig'))];
  return verifiedManifest(manifest, signature, known.text, 'kitchen', () =>
    Promise.resolve(readStatements(statements)),
  );
}

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
    expect(await said(() => accept({ ...feed.manifest, ...part }, hash, seen, at))).toBe(sentence),
  );
  it('of the version that came with the package, whose bytes nobody knows, is taken', async () =>
    expect(
      await said(() => accept(feed.manifest, hash, { feed: 'kitchen', seen: { version: 5 } }, now)),
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
    ['large tables', { tables: { ...ref, length: mostBytes.tables + 1 } }, 'manifest.json: tables.length: '],
    [
      'a large pack',
      { pack: { ...ref, length: mostBytes.pack + 1, unpacked: 1 } },
      'manifest.json: pack.length: ',
    ],
    [
      'a large index file',
      { bits: 0, index: [{ ...ref, length: mostBytes.index + 1 }] },
      'manifest.json: index.0.length: ',
    ],
    [
      'large changes',
      { changes: { ...ref, length: mostBytes.changes + 1 } },
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
      ...{ bits: 1, tables: at(mostBytes.tables), index: [at(mostBytes.index)] },
      ...{ pack: { ...at(mostBytes.pack), unpacked: mostBytes.unpacked }, changes: at(mostBytes.changes) },
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

describe('a bucket', () => {
  const bits = 3;
  const [one, two] = tools.filter(({ id }) => toolBucket(id, bits) === toolBucket('tool-0', bits));
  const stranger = tools.find(({ id }) => toolBucket(id, bits) !== toolBucket('tool-0', bits))!;
  const inBucket = (...list: unknown[]) => bytesOf(list);
  it.each<[string, () => Uint8Array, string]>([
    ['is taken', () => inBucket(one, two), taken],
    ['is a list', () => bytesOf({ tools: [one] }), 'x is no list of tools.'],
    ['is never empty', () => inBucket(), 'x is no list of tools.'],
    ['has each tool once', () => inBucket(one, two, one), `x: the tool ${one!.id} is there twice.`],
    [
      'has only tools that lie in it',
      () => inBucket(one, stranger),
      `x: the tool ${stranger.id} lies in the wrong bucket.`,
    ],
    ['has a name for each', () => inBucket({ ...one, name: undefined }), `The tool ${one!.id}: name: `],
    [
      'has facts that can be read',
      () => inBucket(one, { ...two, facts: { ...two!.facts, license: 'MIT' } }),
      `The tool ${two!.id}: facts.license: `,
    ],
    [
      'has links to https only',
      () => inBucket(tool('pot', '', { sources: { readme: { ...source, url: 'javascript:alert(1)' } } })),
      'The tool pot: sources.readme.url: ',
    ],
    ['has tools for records', () => inBucket(null), 'The tool a tool without an id: : '],
    ['has no prototype for an id', () => inBucket({ ...one, id: '__proto__' }), 'The tool __proto__: id: '],
  ])('%s', async (_, bytes, sentence) => {
    const told = await said(() => readBucket(bytes(), bits, 'x'));
    expect(told.slice(0, sentence.length)).toBe(sentence);
  });
  it('reads unknown words as unknown and drops unknown fields', () => {
    const newer = {
      ...one,
      ...{ kind: 'robot', mood: 'sunny' },
      facts: { ...one!.facts, status: { ...one!.facts.status, value: 'asleep', since: 'noon' } },
    };
    const [read] = readBucket(inBucket(newer), bits, 'x').tools;
    expect(read).toEqual({
      ...one,
      kind: 'unknown',
      facts: { ...one!.facts, status: { ...one!.facts.status, value: 'unknown' } },
    });
  });
});

const source = { url: 'https://example.com/', title: 'README', seen: '2026-11-01' };

describe('an index file', () => {
  const ref = { sha256: hash, length: 1 };
  it.each<[string, number, unknown, string]>([
    ['of one bucket', 0, [ref], taken],
    ['of empty buckets', 3, [null, null, null, null], taken],
    ['with a bucket at the limit', 0, [{ ...ref, length: mostBytes.bucket }], taken],
    ['with too few', 3, [ref, null, ref], 'x lists 3 buckets where 4 belong.'],
    ['with too many', 3, [ref, null, ref, null, null], 'x lists 5 buckets where 4 belong.'],
    ['without any', 0, [], 'x lists 0 buckets where 1 belong.'],
    [
      'with a large bucket',
      0,
      [{ ...ref, length: mostBytes.bucket + 1 }],
      'x names a bucket larger than 4000000 bytes.',
    ],
    ['with a wrong hash', 0, [{ ...ref, sha256: 'x' }], 'x is no list of buckets.'],
    ['with less than nothing', 0, [{ ...ref, length: -1 }], 'x is no list of buckets.'],
    ['with half a byte', 0, [{ ...ref, length: 1.5 }], 'x is no list of buckets.'],
    ['that is none', 0, { buckets: [ref] }, 'x is no list of buckets.'],
  ])('%s', async (_, bits, json, sentence) =>
    expect(await said(() => readIndex(bytesOf(json), bits, 'x'))).toBe(sentence),
  );
  it('is read back as it was written', () => {
    const buckets = [null, ref, { ...ref, length: 7 }, null];
    expect(readIndex(encode(indexText(buckets)), 3, 'x')).toEqual(buckets);
  });
});

describe('the other files', () => {
  it.each<[string, unknown, string]>([
    ['tables', reference, taken],
    ['tables with more in them', { ...reference, seats: 5 }, taken],
    ['no tables', [], 'x: (root): '],
    ['a job without a name', { ...reference, jobs: { baking: {} } }, 'x: jobs.baking.name: '],
    [
      'a license that links to a script',
      {
        ...reference,
        licenses: {
          MIT: { ...reference.licenses.MIT, url: 'javascript:alert(1)' },
        },
      },
      'x: licenses.MIT.url: ',
    ],
  ])('%s', async (_, json, sentence) =>
    expect(await said(() => readTables(bytesOf(json), 'x'))).toContain(sentence),
  );
  it.each<[string, string, string]>([
    ['of 32 bytes', Buffer.alloc(32, 7).toString('base64'), taken],
    ['with a line’s end', `${Buffer.alloc(32, 7).toString('base64')}\r\n`, taken],
    [
      'of 31 bytes',
      Buffer.alloc(31, 7).toString('base64'),
      'x is no Ed25519 public key (32 bytes in base64).',
    ],
    ['of nothing', '', 'x is no Ed25519 public key (32 bytes in base64).'],
    ['in PEM', '-----BEGIN PUBLIC KEY-----', 'x is no Ed25519 public key (32 bytes in base64).'],
    [
      'spelt another way',
      `${Buffer.alloc(32).toString('base64').slice(0, -2)}B=`,
      'x is no Ed25519 public key (32 bytes in base64).',
    ],
  ])('a key %s', async (_, text, sentence) =>
    expect(await said(() => readPublicKey(text, 'x'))).toBe(sentence),
  );
  it('a fingerprint is the key’s SHA-256 in sixteen groups', async () =>
    expect(await fingerprint(Buffer.alloc(32).toString('base64'))).toBe(
      '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20 0897 1485 6ee2 33b3 902a 591d 0d5f 2925',
    ));
  it('of another length or hash is refused by name', async () => {
    const bytes = encode('hello');
    const ref = { sha256: await sha256(bytes), length: 5 };
    const file = filePath(ref);
    expect(await said(() => checkedBytes(bytes, ref, file))).toBe(taken);
    expect(await said(() => checkedBytes(encode('hello!'), ref, file))).toBe(
      `${file} has 6 bytes; the signed manifest says 5.`,
    );
    expect(await said(() => checkedBytes(encode('hallo'), ref, file))).toBe(
      `${file} is not what the signed manifest names: its SHA-256 is another.`,
    );
  });
  it.each([
    ['feeds.example/kitchen', 'https://feeds.example/kitchen/'],
    [' https://feeds.example/kitchen/manifest.json?x#y ', 'https://feeds.example/kitchen/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://127.1/', 'http://127.0.0.1/'],
  ])('%j is the folder %s', (typed, folder) => expect(feedAddress(typed)).toBe(folder));
  it.each([
    ['', '“” is no address.'],
    ['not an address', '“not an address” is no address.'],
    ['javascript:alert(1)', '“javascript:alert(1)” is no address.'],
    ['http://feeds.example/', 'http://feeds.example: a feed’s address begins with https://'],
    ['http://localhost.feeds.example/', 'a feed’s address begins with https://'],
    ['http://127.0.0.1.feeds.example/', 'a feed’s address begins with https://'],
    ['file:///etc/passwd', '“file:///etc/passwd” is no address.'],
    ['ftp://feeds.example/', 'a feed’s address begins with https://'],
    ['https://me:secret@feeds.example/', 'A feed’s address carries no name or password.'],
  ])('%j is no folder of a feed', async (typed, sentence) =>
    expect(await said(() => feedAddress(typed))).toContain(sentence),
  );
  const packed = (text: string | Buffer) => new Uint8Array(gzipSync(text));
  const zeros = Buffer.alloc(50_000_000);
  it.each<[string, Uint8Array<ArrayBuffer>, number, string]>([
    [
      'that unpacks to more than it says',
      packed(zeros),
      1_000,
      'The pack unpacks to more than the 1000 bytes that the manifest says.',
    ],
    [
      'with a line without end',
      packed(zeros),
      mostBytes.unpacked,
      'The pack has a line longer than a bucket may be.',
    ],
    ['cut short', packed('hello').slice(0, -4), 1_000, 'The pack cannot be unpacked.'],
    ['that nobody packed', encode('hello'), 1_000, 'The pack cannot be unpacked.'],
    ['whose last line has no end', packed('hello'), 1_000, 'The pack breaks off.'],
  ])('a pack %s is given up', async (_, pack, unpacked, sentence) => {
    const said = { ...feed.manifest, pack: { ...feed.manifest.pack, unpacked } };
    await expect(keepPack(pack, said)).rejects.toThrow(new Refusal(sentence));
  });
  it('a sentence is cut where a feed would make it a book', () => {
    const told = inWords(new Refusal('a'.repeat(100_000)));
    expect([told.length, told.at(-1)]).toEqual([401, '…']);
    expect(inWords(new Refusal('No.'))).toBe('No.');
    expect(inWords(new TypeError('x'))).toBe('It could not be kept: x');
  });
});

describe('a chain of keys', () => {
  const signedBy = (by: TestKey, part: object = {}) =>
    makeFeed({ tools, key: by, version: 6, mend: (manifest) => ({ ...manifest, ...part }) });
  const steps = (...pairs: [TestKey, TestKey][]) =>
    Promise.all(pairs.map(([from, to]) => makeStatement('kitchen', from, to)));

  it.each<[string, [TestKey, TestKey][], TestKey]>([
    ['one step', [[key, later]], later],
    [
      'three steps',
      [
        [key, later],
        [later, thief],
        [thief, last],
      ],
      last,
    ],
    [
      'three steps in any order',
      [
        [thief, last],
        [key, later],
        [later, thief],
      ],
      last,
    ],
    [
      'a step on its way',
      [
        [key, later],
        [later, last],
      ],
      later,
    ],
    [
      'a circle',
      [
        [key, later],
        [later, key],
      ],
      later,
    ],
  ])('leads on by %s', async (_, pairs, by) => {
    const statements = bytesOf(await steps(...pairs));
    const read = await verified(await signedBy(by), key, statements);
    expect([read.key, read.manifest.version]).toEqual([by.text, 6]);
  });
  it('ends in a circle', async () => {
    const circle = await steps([key, later], [later, last], [last, key]);
    expect(await keysAfter(key.text, 'kitchen', circle)).toEqual([key.text, later.text, last.text]);
    const self = await steps([key, key]);
    expect(await keysAfter(key.text, 'kitchen', self)).toEqual([key.text]);
  });
  it('passes by a false branch that stands before the right one', async () => {
    const [right] = await steps([key, later]);
    const branches = [
      { ...right!, to: thief.text },
      { ...(await makeStatement('kitchen', thief, thief)), from: key.text },
      right!,
    ];
    expect((await verified(await signedBy(later), key, bytesOf(branches))).key).toBe(later.text);
    expect(await said(async () => verified(await signedBy(thief), key, bytesOf(branches)))).toBe(notSigned);
  });
  const lies: [string, () => Promise<object>][] = [
    ['of another feed', () => makeStatement('garden', key, thief)],
    [
      'of another feed under this one’s name',
      async () => ({ ...(await makeStatement('garden', key, thief)), feed: 'kitchen' }),
    ],
    [
      'signed by the key it leads to',
      async () => ({ ...(await makeStatement('kitchen', thief, thief)), from: key.text }),
    ],
    [
      'of another date',
      async () => ({ ...(await makeStatement('kitchen', key, thief)), date: '2026-11-21' }),
    ],
    ['for another key', async () => ({ ...(await makeStatement('kitchen', key, later)), to: thief.text })],
    ['without a signature', async () => ({ ...(await makeStatement('kitchen', key, thief)), signature: '' })],
    ['from a stranger', () => makeStatement('kitchen', last, thief)],
  ];
  it.each(lies)('is not led on by a statement %s', async (_, lie) => {
    const feed = await signedBy(thief);
    expect(await said(async () => verified(feed, key, bytesOf([await lie()])))).toBe(notSigned);
  });
  it('does not lead back: the old key signs no more once the device moved on', async () => {
    const statements = bytesOf(await steps([key, later]));
    const stolen = await signedBy(key, { version: 99 });
    expect(await said(() => verified(stolen, later, statements))).toBe(notSigned);
  });
  it.each([
    ['{}', 'keys.json is no list of statements about keys.'],
    ['[{"feed":"kitchen"}]', 'keys.json is no list of statements about keys.'],
    ['x', 'keys.json is no JSON.'],
  ])('is refused as %s', async (file, sentence) =>
    expect(await said(() => verified(feed, later, encode(file)))).toBe(sentence),
  );
  it('is not asked for where the known key signed', async () =>
    expect((await verified(feed, key, encode('no JSON'))).key).toBe(key.text));
});

describe('whatever is changed', () => {
  // One byte set to another value, taken out, or put in.
  const change = fc.record({
    kind: fc.constantFrom('set', 'cut', 'put'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    by: fc.integer({ min: 1, max: 255 }),
  });
  type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;
  function changed(bytes: Uint8Array, { kind, at, by }: Change): Uint8Array<ArrayBuffer> {
    const copy = [...bytes];
    const place = Math.floor(at * copy.length);
    if (kind === 'set') copy[place]! ^= by;
    else copy.splice(place, kind === 'cut' ? 1 : 0, ...(kind === 'put' ? [by] : []));
    return Uint8Array.from(copy);
  }
  it('in a manifest is refused', () =>
    fc.assert(
      fc.asyncProperty(change, async (one) => {
        const manifest = changed(feed.files.get('manifest.json')!, one);
        // A byte put beside its like, or cut from beside it, is the same file.
        fc.pre(textOf(manifest) !== textOf(feed.files.get('manifest.json')));
        const files = new Map(feed.files).set('manifest.json', manifest);
        expect(await said(() => verified({ files }))).toBe(notSigned);
      }),
      { numRuns: 1000 },
    ));
  it('in a signature is refused', () =>
    fc.assert(
      fc.asyncProperty(change, async (one) => {
        const signature = textOf(feed.files.get('manifest.sig')).trim();
        const other = changed(encode(signature), one);
        // Blanks around it are none of its bytes.
        fc.pre(textOf(other).trim() !== signature);
        const files = new Map(feed.files).set('manifest.sig', other);
        expect(await said(() => verified({ files }))).toBe(notSigned);
      }),
      { numRuns: 1000 },
    ));
  it('in the last letters of a signature is refused, each for each', async () => {
    const signature = textOf(feed.files.get('manifest.sig')).trim();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
    for (const letter of letters) {
      const other = `${signature.slice(0, -3)}${letter}==`;
      const fits = await isSigned(feed.files.get('manifest.json')!, other, key.text);
      expect(fits).toBe(other === signature);
    }
  });
  it('in any file is refused', () =>
    fc.assert(
      fc.asyncProperty(change, fc.nat(), async (one, nth) => {
        const files = [...feed.files].filter(([path]) => path.startsWith('files/'));
        const [path, bytes] = files[nth % files.length]!;
        const other = changed(bytes, one);
        fc.pre(!Buffer.from(other).equals(Buffer.from(bytes)));
        const ref = { sha256: path.slice(9, 73), length: bytes.length };
        const told = await said(() => checkedBytes(other, ref, path));
        expect(told).toMatch(/^files\/.*the signed manifest/);
      }),
      { numRuns: 1000 },
    ));
  it('a statement about keys never stands for a manifest', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (id, to, date) => {
        const files = new Map(feed.files);
        await signManifest(files, statementBytes({ feed: id, from: key.text, to, date }), key);
        expect(await said(() => verified({ files }))).toBe('manifest.json is no JSON.');
      }),
      { numRuns: 200 },
    ));
  it('nor a manifest for a statement', async () => {
    const [signature, to] = [textOf(feed.files.get('manifest.sig')).trim(), thief.text];
    const said = { feed: 'kitchen', from: key.text, to, date: '2026-11-20', signature };
    expect(await keysAfter(key.text, 'kitchen', [said])).toEqual([key.text]);
  });
  it('a key of any 32 bytes verifies nothing, and throws nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (raw) => {
        const other = Buffer.from(raw).toString('base64');
        const signature = textOf(feed.files.get('manifest.sig'));
        expect(await isSigned(feed.files.get('manifest.json')!, signature, other)).toBe(false);
      }),
      { numRuns: 200 },
    ));
});

describe('buckets', () => {
  it('hold two to four tools in the mean, in a catalog of any size above four', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2 ** 22 }), (count) => {
        const mean = count / 2 ** bitsFor(count);
        expect(mean).toBeGreaterThan(2);
        expect(mean).toBeLessThanOrEqual(4);
      }),
      { examples: [[5], [8], [9], [16], [17], [2 ** 20], [2 ** 20 + 1], [2 ** 22]], numRuns: 2000 },
    ));
  it.each([0, 1, 4])('are one for %i tools', (count) => expect(bitsFor(count)).toBe(0));
  const made = Array.from({ length: 10_000 }, (_, at) => syntheticTool(at, ['baking', 'brewing']));
  it('are filled evenly: of 10,000 tools none holds over 15', () => {
    const bits = bitsFor(made.length);
    const sizes = new Map<number, number>();
    for (const { id } of made) {
      const number = toolBucket(id, bits);
      expect(number >= 0 && number < 2 ** bits).toBe(true);
      sizes.set(number, (sizes.get(number) ?? 0) + 1);
    }
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(15);
    // Poisson's share of empty ones at a mean of 2.44 is 8.7 %.
    expect(1 - sizes.size / 2 ** bits).toBeLessThan(0.12);
  });
  it('come back as the same tools, by id, whatever order they were written in', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(made.length - 1), { minLength: 1, maxLength: 8 }), (chosen) => {
        const group = chosen.map((at) => made[at]!);
        const text = bucketText(group);
        expect(bucketText(group.toReversed())).toBe(text);
        const { number, tools } = readBucket(encode(text), 0, 'x');
        expect(number).toBe(0);
        expect(tools).toEqual(group.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        expect(bucketText(tools)).toBe(text);
      }),
      { numRuns: 300 },
    ));
});

it('the threat model names tests that exist', () => {
  const model = readFileSync('docs/threat-model.md', 'utf8');
  const cited = [...model.matchAll(/`(tests\/[^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file, titles]) =>
    [...titles!.matchAll(/“([^”]+)”/g)].map(([, title]) => ({ file: file!, title: title! })),
  );
  expect(cited.length).toBeGreaterThan(50);
  const lost = cited.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(`'${title}'`));
  expect(lost).toEqual([]);
});
