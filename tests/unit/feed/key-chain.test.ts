import { describe, expect, it } from 'vitest';
import { followedKeys, type Keys } from '../../../catalog/feed/key-chain.ts';
import { sha256 } from '../../../catalog/feed/checked-file.ts';
import { daysAgo } from '../../builders/dates.ts';
import { makeFeed, makeStatement, type TestKey } from '../../builders/feed.ts';
import {
  notSigned,
  tools,
  feed,
  encode,
  hash,
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

  const after = (statements: Parameters<typeof followedKeys>[1]) =>
    followedKeys({ feed: 'kitchen', trustedKey: key.text }, statements, Date.now());

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
    expect([read.trustedKey, read.manifest.version]).toEqual([by.text, 6]);
  });
  it('stops at a circle', async () => {
    const circle = await steps([key, secondKey], [secondKey, lastKey], [lastKey, key]);
    expect(await after(circle)).toEqual({
      trustedKey: lastKey.text,
      formerKeys: [key.text, secondKey.text],
    });
    const self = await steps([key, key]);
    expect(await after(self)).toEqual({ trustedKey: key.text });
  });
  it('skips a false branch before the right one', async () => {
    const [valid] = await steps([key, secondKey]);
    const branches = [
      { ...valid!, to: thiefKey.text },
      { ...(await makeStatement('kitchen', thiefKey, thiefKey)), from: key.text },
      valid!,
    ];
    expect((await verified(await signedBy(secondKey), key, bytesOf(branches))).trustedKey).toBe(
      secondKey.text,
    );
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
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), date: daysAgo(1) }),
    ],
    [
      'for another key',
      async () => ({ ...(await makeStatement('kitchen', key, secondKey)), to: thiefKey.text }),
    ],
    [
      'without a signature',
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), signature: '' }),
    ],
    [
      'with a later end',
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), expires: daysAgo(-366) }),
    ],
    [
      'that has expired',
      () => makeStatement('kitchen', key, thiefKey, { date: daysAgo(9), expires: daysAgo(0) }),
    ],
    [
      'that would be true for longer than any may be',
      () => makeStatement('kitchen', key, thiefKey, { date: daysAgo(0), expires: daysAgo(-3_661) }),
    ],
    [
      'that the new key did not confirm',
      async () => ({ ...(await makeStatement('kitchen', key, thiefKey)), confirmation: undefined }),
    ],
    [
      'that the old key confirmed for the new one',
      async () => {
        const statement = await makeStatement('kitchen', key, thiefKey);
        return { ...statement, confirmation: statement.signature };
      },
    ],
    [
      'that the new key confirmed for another feed',
      async () => ({
        ...(await makeStatement('kitchen', key, thiefKey)),
        confirmation: (await makeStatement('garden', key, thiefKey)).confirmation,
      }),
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
  it('keeps the new key even if the version beside it is refused, so that the old key signs nothing more', async () => {
    const statements = bytesOf(await steps([key, secondKey]));
    const kept: Keys[] = [];
    const onNewKey = (keys: Keys) => Promise.resolve(kept.push(keys));
    const stolen = await signedBy(key, { version: 99 });
    expect(await messageOf(() => verified(stolen, key, statements, { onNewKey }))).toBe(notSigned);
    expect(kept).toEqual([{ trustedKey: secondKey.text, formerKeys: [key.text] }]);
  });
  it('a key on the way signs nothing once the statement about the next is there', async () => {
    const statements = bytesOf(await steps([key, secondKey], [secondKey, lastKey]));
    for (const by of [key, secondKey])
      expect(await messageOf(async () => verified(await signedBy(by), key, statements))).toBe(notSigned);
  });
  it.each([
    ['the key before', [key], [[secondKey, key]]],
    ['the key before that', [key, thiefKey], [[secondKey, key]]],
    [
      'a former key by way of another',
      [key],
      [
        [secondKey, lastKey],
        [lastKey, key],
      ],
    ],
  ] as [string, TestKey[], [TestKey, TestKey][]][])('does not lead back to %s', async (_, former, pairs) => {
    const device = { formerKeys: former.map(({ text }) => text) };
    const statements = bytesOf(await steps(...pairs));
    const read = () => signedBy(key).then((feed) => verified(feed, secondKey, statements, device));
    expect(await messageOf(read)).toBe(notSigned);
  });
  it('follows a statement that was renewed after it had expired', async () => {
    const [old] = [await makeStatement('kitchen', key, secondKey, { date: daysAgo(9), expires: daysAgo(1) })];
    const renewed = await makeStatement('kitchen', key, secondKey);
    expect((await verified(await signedBy(secondKey), key, bytesOf([old, renewed]))).trustedKey).toBe(
      secondKey.text,
    );
  });
  it('is not followed at all with more statements than a feed needs', async () => {
    const statements = Array.from({ length: 101 }, () => steps([key, secondKey]));
    expect(
      await messageOf(async () => verified(feed, key, bytesOf((await Promise.all(statements)).flat()))),
    ).toBe('keys.json has more than 100 statements.');
  });
  it.each([
    ['{}', 'keys.json is not a list of key statements.'],
    ['[{"feed":"kitchen"}]', 'keys.json is not a list of key statements.'],
    ['x', 'keys.json isn’t valid JSON.'],
  ])('is refused as %s', async (file, sentence) =>
    expect(await messageOf(() => verified(feed, secondKey, encode(file)))).toBe(sentence),
  );
  it('is not fetched for the version that was seen, unless another key signed it', async () => {
    const highestSeen = { version: 5, sha256: await sha256(feed.files.get('manifest.json')!) };
    const broken = encode('no JSON');
    expect((await verified(feed, key, broken, { highestSeen })).trustedKey).toBe(key.text);
    for (const [known, seen] of [
      [key, { ...highestSeen, sha256: hash }],
      [secondKey, highestSeen],
    ] as const)
      expect(await messageOf(() => verified(feed, known, broken, { highestSeen: seen }))).toBe(
        'keys.json isn’t valid JSON.',
      );
  });
});
