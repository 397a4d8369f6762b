import { describe, expect, it } from 'vitest';
import { keysAfter } from '../../../catalog/feed/key-chain.ts';
import { makeFeed, makeStatement, type TestKey } from '../../builders/feed.ts';
import {
  notSigned,
  tools,
  feed,
  encode,
  bytesOf,
  messageOf,
  verified,
  key,
  thiefKey,
  secondKey,
  lastKey,
} from '../../builders/signed-feed.ts';

describe('a chain of keys', () => {
  const signedBy = (by: TestKey, part: object = {}) =>
    makeFeed({ tools, key: by, version: 6, mend: (manifest) => ({ ...manifest, ...part }) });
  const steps = (...pairs: [TestKey, TestKey][]) =>
    Promise.all(pairs.map(([from, to]) => makeStatement('kitchen', from, to)));

  it.each<[string, [TestKey, TestKey][], TestKey]>([
    ['one step', [[key, secondKey]], secondKey],
    [
      'three steps',
      [
        [key, secondKey],
        [secondKey, thiefKey],
        [thiefKey, lastKey],
      ],
      lastKey,
    ],
    [
      'three steps in any order',
      [
        [thiefKey, lastKey],
        [key, secondKey],
        [secondKey, thiefKey],
      ],
      lastKey,
    ],
    [
      'a step on its way',
      [
        [key, secondKey],
        [secondKey, lastKey],
      ],
      secondKey,
    ],
    [
      'a circle',
      [
        [key, secondKey],
        [secondKey, key],
      ],
      secondKey,
    ],
  ])('is followed for %s', async (_, pairs, by) => {
    const statements = bytesOf(await steps(...pairs));
    const read = await verified(await signedBy(by), key, statements);
    expect([read.key, read.manifest.version]).toEqual([by.text, 6]);
  });
  it('stops at a circle', async () => {
    const circle = await steps([key, secondKey], [secondKey, lastKey], [lastKey, key]);
    expect(await keysAfter(key.text, 'kitchen', circle)).toEqual([key.text, secondKey.text, lastKey.text]);
    const self = await steps([key, key]);
    expect(await keysAfter(key.text, 'kitchen', self)).toEqual([key.text]);
  });
  it('skips a false branch before the right one', async () => {
    const [valid] = await steps([key, secondKey]);
    const branches = [
      { ...valid!, to: thiefKey.text },
      { ...(await makeStatement('kitchen', thiefKey, thiefKey)), from: key.text },
      valid!,
    ];
    expect((await verified(await signedBy(secondKey), key, bytesOf(branches))).key).toBe(secondKey.text);
    expect(await messageOf(async () => verified(await signedBy(thiefKey), key, bytesOf(branches)))).toBe(
      notSigned,
    );
  });
  const forgeries: [string, () => Promise<object>][] = [
    ['of another feed', () => makeStatement('garden', key, thiefKey)],
    [
      'of another feed under this one’s name',
      async () => ({ ...(await makeStatement('garden', key, thiefKey)), feed: 'kitchen' }),
    ],
    [
      'signed by the key it leads to',
      async () => ({ ...(await makeStatement('kitchen', thiefKey, thiefKey)), from: key.text }),
    ],
    [
      'of another date',
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), date: '2026-11-21' }),
    ],
    [
      'for another key',
      async () => ({ ...(await makeStatement('kitchen', key, secondKey)), to: thiefKey.text }),
    ],
    [
      'without a signature',
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), signature: '' }),
    ],
    ['from a stranger', () => makeStatement('kitchen', lastKey, thiefKey)],
  ];
  it.each(forgeries)('is not followed through a statement %s', async (_, forge) => {
    const feed = await signedBy(thiefKey);
    expect(await messageOf(async () => verified(feed, key, bytesOf([await forge()])))).toBe(notSigned);
  });
  it('does not lead back: the old key is refused once the device trusts a later one', async () => {
    const statements = bytesOf(await steps([key, secondKey]));
    const stolen = await signedBy(key, { version: 99 });
    expect(await messageOf(() => verified(stolen, secondKey, statements))).toBe(notSigned);
  });
  it.each([
    ['{}', 'keys.json is not a list of key statements.'],
    ['[{"feed":"kitchen"}]', 'keys.json is not a list of key statements.'],
    ['x', 'keys.json isn’t valid JSON.'],
  ])('is refused as %s', async (file, sentence) =>
    expect(await messageOf(() => verified(feed, secondKey, encode(file)))).toBe(sentence),
  );
  it('is not fetched where the known key signed', async () =>
    expect((await verified(feed, key, encode('no JSON'))).key).toBe(key.text));
});
