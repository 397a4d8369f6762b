// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeRecord } from '../../catalog/badge-record.ts';
import { readChanges, type Change } from '../../catalog/changes.ts';
import { isExpired } from '../../catalog/feed/accept-manifest.ts';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import { readIndex } from '../../catalog/feed/index-file.ts';
import { readStatements } from '../../catalog/feed/key-chain.ts';
import { readManifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { readJson } from '../../catalog/feed/safe-json.ts';
import { readPublicKey } from '../../catalog/feed/signature.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import { verifiedManifest } from '../../catalog/feed/verified-manifest.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { authoredTool } from '../../catalog/tool-schema.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { syntheticTool } from '../../cli/synthetic-tools.ts';
import { makeFeed, makeKey, makeStatement } from '../builders/feed.ts';
import seeds from './feed-seeds.json' with { type: 'json' };
import { reference, tool } from '../builders/tool.ts';

type Bytes = Uint8Array<ArrayBuffer>;
/** A file that a reader once failed on: the file itself, since a number would mean another once the mutations change. */
type Seed = { reader: string; told: string; why: string; text?: string; base64?: string };
const encode = (text: string): Bytes => new TextEncoder().encode(text);
const textOf = (bytes: Bytes) => new TextDecoder().decode(bytes);

const key = await makeKey();
const tools = Array.from({ length: 12 }, (_, at) => tool(`tool-${at}`, 'sskk'));
const { files, manifest } = await makeFeed({ tools, key });
const statement = await makeStatement('kitchen', key, await makeKey());
const changes: Change[] = [
  { tool: 'oven', name: 'Oven', kind: 'price', text: 'Free → Paid', date: '2026-11-22' },
];

/**
 * Each reader with a valid file and what it must give. What it gives is read back as the same, so that a value of another
 * shape, or one that JSON cannot hold, is found.
 */
const readers: Record<string, { valid: Bytes; read: (bytes: Bytes) => unknown }> = {
  json: { valid: encode('{"a":[1,"b",null,{"c":true}]}'), read: (bytes) => readJson(bytes, 'x') },
  manifest: {
    valid: files.get('manifest.json')!,
    read(bytes) {
      const read = readManifest(bytes);
      // An end that no clock can compare would never come.
      expect(isExpired(read, Infinity)).toBe(true);
      return read;
    },
  },
  index: {
    valid: files.get(filePath(manifest.index[0]!))!,
    read: (bytes) => readIndex(bytes, manifest.bits, 'x'),
  },
  bucket: {
    valid: encode(bucketText([syntheticTool(1, ['baking']), ...tools.slice(0, 2)])),
    read(bytes) {
      const { tools } = readBucket(bytes, 0, 'x');
      for (const each of tools) {
        authoredTool.parse(each);
        // What every tool goes through when it is taken in may not fall over one that was read.
        expect([summaryOf(each, reference), badgeRecord(each, reference)]).toHaveLength(2);
        expect(each.pages.map(normalizePageId)).not.toContain('');
      }
      return tools;
    },
  },
  statements: { valid: encode(JSON.stringify([statement])), read: (bytes) => readStatements(bytes) },
  tables: { valid: encode(JSON.stringify(reference)), read: (bytes) => readTables(bytes, 'x') },
  changes: { valid: encode(JSON.stringify(changes)), read: (bytes) => readChanges(bytes, 'x') },
  key: { valid: files.get('key.pub')!, read: (bytes) => readPublicKey(textOf(bytes), 'x') },
};

/** Throws unless the reader gives a value of its shape or refuses the bytes; the message holds the seed to keep. */
function check(reader: string, bytes: Bytes): 'taken' | 'refused' {
  const { read } = readers[reader]!;
  try {
    const first = read(bytes);
    if (reader === 'key') return 'taken';
    const again = JSON.stringify(first);
    expect(JSON.stringify(read(encode(again)))).toBe(again);
    return 'taken';
  } catch (error) {
    if (error instanceof FeedError) {
      expect(error.message).not.toBe('');
      return 'refused';
    }
    const text = textOf(bytes);
    const isText = Buffer.from(text).equals(Buffer.from(bytes));
    const seed = { reader, ...(isText ? { text } : { base64: Buffer.from(bytes).toString('base64') }) };
    throw new Error(
      `To be added to feed-seeds.json: ${JSON.stringify({ ...seed, told: 'refused', why: String(error) })}`,
    );
  }
}

// What JSON itself cannot say is put in by these marks, which become bare text.
const bare = (text: string) => `@@${text}@@`;
const values: unknown[] = [
  ...[0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324, true, false, null, '', ' ', [], {}, [[]]],
  ...['1e999', '-1e999', '-0', 'NaN', 'Infinity', '00', '0x10', 'undefined', '1_000', '\\ud800'].map(bare),
  ...['__proto__', 'constructor', 'toString', 'unknown', '2026-02-30', '9999-12-31T23:59:60Z', '\u0000'],
  ...['javascript:alert(1)', 'https://', 'https://[', 'a'.repeat(3_999), '\ud800', '\u202e', '-'.repeat(500)],
  ...[
    'a'.repeat(4_001),
    '@'.repeat(50),
    `pkg:pypi/${'a-'.repeat(1_900)}`,
    'a.'.repeat(1_900),
    '2026-01-01T00:00Z',
    '1.0',
    '7.1',
  ],
  { toString: 1, valueOf: 1 },
  { length: 1e9, sha256: 'x' },
  { then: 1 },
  Array.from({ length: 300 }, () => null),
];
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'toJSON', '', '0'];
const pieces = ['[', '{', ']', '}', '"', '\\', ',', ':', '\\u0000', '\ufeff', 'null', '[['.repeat(40), '1e9'];

const mutation = fc.record({
  kind: fc.constantFrom(
    ...(['flip', 'cut', 'end', 'repeat', 'piece', 'value', 'swap', 'drop', 'double', 'rename'] as const),
  ),
  at: fc.nat(100_000),
  by: fc.nat(100_000),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

type Place = { holder: Record<string, unknown>; name: string };

/** Every place of a JSON value that holds another. */
function places(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...places(holder[name])]);
}

function put({ holder, name }: Place, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The bytes with one thing changed: in the JSON that they are, or in the bytes themselves. */
function mutated(bytes: Bytes, { kind, at, by }: Mutation): Bytes {
  const place = at % (bytes.length + 1);
  const length = by % 40;
  const [before, slice, rest] = [
    bytes.subarray(0, place),
    bytes.subarray(place, place + length),
    bytes.subarray(place + length),
  ];
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
  if (kind === 'flip') return bytes.map((byte, nth) => (nth === place ? byte ^ (by % 256) : byte));
  if (kind === 'cut') return joined(before, rest);
  if (kind === 'end') return joined(before);
  if (kind === 'repeat') return joined(before, ...Array.from({ length: by % 50 }, () => slice), slice, rest);
  if (kind === 'piece') return joined(before, encode(pieces[by % pieces.length]!), slice, rest);
  let json: unknown;
  try {
    json = JSON.parse(textOf(bytes));
  } catch {
    return joined(rest, before);
  }
  const all = places(json);
  if (all.length === 0) return encode(JSON.stringify(values[by % values.length]));
  const one = all[at % all.length]!;
  const other = all[by % all.length]!;
  const [was, that] = [one.holder[one.name], other.holder[other.name]];
  if (kind === 'value') put(one, values[by % values.length]);
  if (kind === 'drop') delete one.holder[one.name];
  // Copies, since a value put into itself is no JSON any more.
  if (kind === 'double') put(one, [structuredClone(was), structuredClone(was)]);
  if (kind === 'swap') {
    const copy = structuredClone(that);
    put(other, structuredClone(was));
    put(one, copy);
  }
  if (kind === 'rename' && !Array.isArray(one.holder)) {
    delete one.holder[one.name];
    put({ ...one, name: names[by % names.length]! }, was);
  }
  return encode(JSON.stringify(json).replace(/"@@(.*?)@@"/g, (_, text: string) => text));
}

describe('a reader gives its value or a refusal', () => {
  it.each(Object.keys(readers))('%s: takes the valid file', (reader) =>
    expect(check(reader, readers[reader]!.valid)).toBe('taken'),
  );
  it.each(seeds as Seed[])('$reader: $why', ({ reader, told, text, base64 = '' }) => {
    const bytes = text === undefined ? Uint8Array.from(Buffer.from(base64, 'base64')) : encode(text);
    expect(check(reader, bytes)).toBe(told);
  });
  it.each(Object.keys(readers))('%s: a thousand changed files', (reader) => {
    const told = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        told[check(reader, mutations.reduce(mutated, readers[reader]!.valid))]++;
      }),
      { numRuns: 1_000 },
    );
    // Only files of both kinds show that neither answer is given to everything.
    expect([told.taken > 0, told.refused > 0]).toEqual([true, true]);
  });
});

describe('a manifest with its signature and statements', () => {
  const change = fc.array(mutation, { minLength: 0, maxLength: 2 });
  const signature = files.get('manifest.sig')!;
  it('gives the one that was signed, or a refusal', () =>
    fc.assert(
      fc.asyncProperty(change, change, change, async (one, two, three) => {
        const bytes = one.reduce(mutated, files.get('manifest.json')!);
        const signed = textOf(two.reduce(mutated, signature));
        const chain = () => Promise.resolve(readStatements(three.reduce(mutated, readers.statements!.valid)));
        try {
          const read = await verifiedManifest(bytes, signed, key.text, 'kitchen', chain);
          expect(read).toMatchObject({ manifest, key: key.text });
          expect(textOf(bytes)).toBe(textOf(files.get('manifest.json')!));
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    ));
});
