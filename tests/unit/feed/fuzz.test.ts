import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeRecord } from '../../../catalog/badge-record.ts';
import { readChanges, type Change } from '../../../catalog/changes.ts';
import { expiredOn } from '../../../catalog/feed/verify-manifest.ts';
import { bucketText, readBucket } from '../../../catalog/feed/bucket.ts';
import { filePath } from '../../../catalog/feed/checked-file.ts';
import { readIndex } from '../../../catalog/feed/index-file.ts';
import { readStatements } from '../../../catalog/feed/key-chain.ts';
import { readManifest } from '../../../catalog/feed/manifest.ts';
import { FeedError } from '../../../catalog/feed/feed-error.ts';
import { readJson } from '../../../catalog/feed/safe-json.ts';
import { readPublicKey } from '../../../catalog/feed/signature.ts';
import { readTables } from '../../../catalog/feed/tables.ts';
import { verifiedManifest } from '../../../catalog/feed/verify-manifest.ts';
import { normalizePageId } from '../../../catalog/page-id.ts';
import { authoredTool } from '../../../catalog/tool-schema.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { syntheticTool } from '../../../cli/synthetic-tools.ts';
import { makeFeed, makeKey, makeStatement } from '../../builders/feed.ts';
import seeds from './fuzz-seeds.json' with { type: 'json' };
import { reference, tool } from '../../builders/tool.ts';
import { encode, mutated, mutation, textOf, type Bytes } from '../../builders/mutations.ts';

/** A file that a reader once failed on: the file itself, since a number would mean another once the mutations change. */
type Seed = { reader: string; outcome: string; why: string; text?: string; base64?: string };

const [key, formerKey] = await Promise.all([makeKey(), makeKey()]);
const tools = Array.from({ length: 12 }, (_, at) => tool(`tool-${at}`, 'sskk'));
const { files, manifest } = await makeFeed({
  ...{ tools, key },
  mend: (all) => ({
    ...all,
    changes: { sha256: 'ab'.repeat(32), length: 9 },
    restart: { number: 1, version: 1, date: '2026-11-20' },
  }),
});
const statement = await makeStatement('kitchen', formerKey, key);
const changes: Change[] = [
  { tool: 'oven', name: 'Oven', from: undefined, kind: 'price', text: 'Free → Paid', date: '2026-11-22' },
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
      expect(expiredOn(read, Infinity)).toBeDefined();
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
        // What the extension makes of every tool it stores may not fail on one that was read.
        expect([summaryOf(each, reference, undefined), badgeRecord(each, reference)]).toHaveLength(2);
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
function check(reader: string, bytes: Bytes): 'accepted' | 'refused' {
  const { read } = readers[reader]!;
  try {
    const first = read(bytes);
    if (reader === 'key') return 'accepted';
    const again = JSON.stringify(first);
    expect(JSON.stringify(read(encode(again)))).toBe(again);
    return 'accepted';
  } catch (error) {
    if (error instanceof FeedError) {
      expect(error.message).not.toBe('');
      return 'refused';
    }
    const text = textOf(bytes);
    const isText = Buffer.from(text).equals(Buffer.from(bytes));
    const seed = { reader, ...(isText ? { text } : { base64: Buffer.from(bytes).toString('base64') }) };
    throw new Error(
      `To be added to fuzz-seeds.json: ${JSON.stringify({ ...seed, outcome: 'refused', why: String(error) })}`,
    );
  }
}

describe('a parser returns a value or throws a FeedError', () => {
  it.each(Object.keys(readers))('%s: accepts the valid file', (reader) =>
    expect(check(reader, readers[reader]!.valid)).toBe('accepted'),
  );
  it.each(seeds as Seed[])('$reader: $why', ({ reader, outcome, text, base64 = '' }) => {
    const bytes = text === undefined ? Uint8Array.from(Buffer.from(base64, 'base64')) : encode(text);
    expect(check(reader, bytes)).toBe(outcome);
  });
  it.each(Object.keys(readers))('%s: a thousand changed files', (reader) => {
    const outcomes = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        outcomes[check(reader, mutations.reduce(mutated, readers[reader]!.valid))]++;
      }),
      { numRuns: 1_000 },
    );
    // Files of both kinds, since a parser that refuses everything would pass too.
    expect([outcomes.accepted > 0, outcomes.refused > 0]).toEqual([true, true]);
  });
});

describe('a manifest with its signature and statements', () => {
  const change = fc.array(mutation, { minLength: 0, maxLength: 2 });
  const signature = files.get('manifest.sig')!;
  it('gives only the one that was signed, or a FeedError', async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(change, change, change, fc.boolean(), async (one, two, three, isNew) => {
        const bytes = one.reduce(mutated, files.get('manifest.json')!);
        const signed = textOf(two.reduce(mutated, signature));
        const chain = () => Promise.resolve(readStatements(three.reduce(mutated, readers.statements!.valid)));
        try {
          const trusted = { feed: 'kitchen', trustedKey: isNew ? formerKey.text : key.text };
          const read = await verifiedManifest(bytes, signed, trusted, { statements: chain, now: Date.now() });
          expect(read).toMatchObject({ manifest, trustedKey: key.text });
          outcomes.add(isNew ? 'after a new key' : 'with the same key');
          expect(textOf(bytes)).toBe(textOf(files.get('manifest.json')!));
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
          outcomes.add('refused');
        }
      }),
      { numRuns: 1_000 },
    );
    expect(outcomes.size).toBe(3);
  });
});
