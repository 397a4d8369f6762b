import { describe, expect, it } from 'vitest';
import { bucketNumber } from '../../../catalog/buckets.ts';
import { readBucket } from '../../../catalog/feed/bucket.ts';
import { accepted, tools, bytesOf, messageOf } from '../../builders/signed-feed.ts';
import { tool } from '../../builders/tool.ts';

describe('a bucket', () => {
  const bits = 3;
  const [one, two] = tools.filter(({ id }) => bucketNumber(id, bits) === bucketNumber('tool-0', bits));
  const stranger = tools.find(({ id }) => bucketNumber(id, bits) !== bucketNumber('tool-0', bits))!;
  const inBucket = (...list: unknown[]) => bytesOf(list);
  it.each<[string, () => Uint8Array, string]>([
    ['is taken', () => inBucket(one, two), accepted],
    ['is a list', () => bytesOf({ tools: [one] }), 'x is not a list of tools.'],
    ['is never empty', () => inBucket(), 'x is not a list of tools.'],
    ['has each tool once', () => inBucket(one, two, one), `x: tool ${one!.id} is listed twice.`],
    [
      'has only tools that lie in it',
      () => inBucket(one, stranger),
      `x: tool ${stranger.id} is in the wrong bucket.`,
    ],
    ['has a name for each', () => inBucket({ ...one, name: undefined }), `x: tool ${one!.id}: name: `],
    [
      'has facts that can be read',
      () => inBucket(one, { ...two, facts: { ...two!.facts, license: 'MIT' } }),
      `x: tool ${two!.id}: facts.license: `,
    ],
    [
      'has links to https only',
      () => inBucket(tool('pot', '', { sources: { readme: { ...source, url: 'javascript:alert(1)' } } })),
      'x: tool pot: sources.readme.url: ',
    ],
    ['has tools for records', () => inBucket(null), 'x: tool without an id: (root): '],
    ['has no prototype for an id', () => inBucket({ ...one, id: '__proto__' }), 'x: tool __proto__: id: '],
  ])('%s', async (_, bytes, sentence) => {
    const message = await messageOf(() => readBucket(bytes(), bits, 'x'));
    expect(message.slice(0, sentence.length)).toBe(sentence);
  });
  it('reads unknown words as unknown and drops unknown fields', () => {
    const newer = {
      ...one,
      ...{ kind: 'robot', mood: 'sunny' },
      facts: { ...one!.facts, status: { ...one!.facts.status, value: 'asleep', hour: 'noon' } },
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
