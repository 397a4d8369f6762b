import { describe, expect, it } from 'vitest';
import { keysAfter } from '../../../catalog/feed/key-chain.ts';
import { makeFeed, makeStatement, type TestKey } from '../../builders/feed.ts';
import {
  notSigned,
  tools,
  feed,
  encode,
  bytesOf,
  said,
  verified,
  key,
  thief,
  later,
  last,
} from '../../builders/signed-feed.ts';

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
    ['{}', 'keys.json is not a list of key statements.'],
    ['[{"feed":"kitchen"}]', 'keys.json is not a list of key statements.'],
    ['x', 'keys.json isn’t valid JSON.'],
  ])('is refused as %s', async (file, sentence) =>
    expect(await said(() => verified(feed, later, encode(file)))).toBe(sentence),
  );
  it('is not asked for where the known key signed', async () =>
    expect((await verified(feed, key, encode('no JSON'))).key).toBe(key.text));
});
