// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../browser/feed-client/unpack.ts';
import { bucketNumber } from '../../catalog/buckets.ts';
import { readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, sha256 } from '../../catalog/feed/checked-file.ts';
import { feedAddress } from '../../catalog/feed/feed-address.ts';
import { indexText, readIndex } from '../../catalog/feed/index-file.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { errorMessage, FeedError } from '../../catalog/feed/feed-error.ts';
import { fingerprint, readPublicKey } from '../../catalog/feed/signature.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import { taken, tools, hash, feed, encode, bytesOf, said } from './feed-said.ts';
import { reference, tool } from '../builders/tool.ts';

describe('a bucket', () => {
  const bits = 3;
  const [one, two] = tools.filter(({ id }) => bucketNumber(id, bits) === bucketNumber('tool-0', bits));
  const stranger = tools.find(({ id }) => bucketNumber(id, bits) !== bucketNumber('tool-0', bits))!;
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
    ['has tools for records', () => inBucket(null), 'The tool a tool without an id: (root): '],
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
    ['with a bucket at the limit', 0, [{ ...ref, length: maxBytes.bucket }], taken],
    ['with too few', 3, [ref, null, ref], 'x lists 3 buckets where 4 belong.'],
    ['with too many', 3, [ref, null, ref, null, null], 'x lists 5 buckets where 4 belong.'],
    ['without any', 0, [], 'x lists 0 buckets where 1 belong.'],
    [
      'with a large bucket',
      0,
      [{ ...ref, length: maxBytes.bucket + 1 }],
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
      maxBytes.unpacked,
      'The pack has a line longer than a bucket may be.',
    ],
    ['cut short', packed('hello').slice(0, -4), 1_000, 'The pack cannot be unpacked.'],
    ['that nobody packed', encode('hello'), 1_000, 'The pack cannot be unpacked.'],
    ['whose last line has no end', packed('hello'), 1_000, 'The pack breaks off.'],
  ])('a pack %s is given up', async (_, pack, unpacked, sentence) => {
    const said = { ...feed.manifest, pack: { ...feed.manifest.pack, unpacked } };
    await expect(unpack(pack, said)).rejects.toThrow(new FeedError(sentence));
  });
  it('a sentence is cut where a feed would make it a book', () => {
    const told = errorMessage(new FeedError('a'.repeat(100_000)));
    expect([told.length, told.at(-1)]).toEqual([401, '…']);
    expect(errorMessage(new FeedError('No.'))).toBe('No.');
    expect(errorMessage(new TypeError('x'))).toBe('It could not be kept: x');
  });
});
