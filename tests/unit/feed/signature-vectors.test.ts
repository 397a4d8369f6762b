import { describe, expect, it, vi } from 'vitest';
import { isSigned, readPublicKey } from '../../../catalog/feed/signature.ts';
import { makeKey } from '../../builders/feed.ts';
import { accepted, encode, messageOf } from '../../builders/signed-feed.ts';
import { signatureVectors } from '../../builders/signature-vectors.ts';
import edgeCases from '../../vectors/edge-cases.json' with { type: 'json' };

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

describe('a signature is decided by our rules', () => {
  it.each(signatureVectors)('$name: $expected', async ({ message, signature, key, expected }) => {
    const bytes = Uint8Array.from(Buffer.from(message, 'hex'));
    expect(await isSigned(bytes, signature, key)).toBe(expected === 'accepted');
  });
  it('whatever the engine says', async () => {
    const yes = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
    const unsound = edgeCases.filter(({ name }) =>
      /small-order|spelled|no point|plus point|S \+ L|S = L$/.test(name),
    );
    expect(unsound.length).toBeGreaterThan(100);
    for (const { name, message, signature, key } of unsound)
      expect([name, await isSigned(encode(message), base64(signature), base64(key))]).toEqual([name, false]);
    yes.mockRestore();
  });
});

it('every key that is made, and what it signs, is accepted', async () => {
  for (let made = 0; made < 50; made += 1) {
    const { text, sign } = await makeKey();
    const bytes = encode(`message ${made}`);
    expect(await messageOf(() => readPublicKey(text, 'key.pub'))).toBe(accepted);
    expect(await isSigned(bytes, await sign(bytes), text)).toBe(true);
  }
});

describe('a public key', () => {
  const keyOf = (part: string) => base64(edgeCases.find(({ name }) => name.includes(part))!.key);
  it.each([
    ['of the vectors', keyOf('made by the key'), accepted],
    [
      'that is the neutral point',
      'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
      'of small order, so anybody could sign in its name',
    ],
    [
      'of order 8',
      keyOf('of the small-order key point 1'),
      'of small order, so anybody could sign in its name',
    ],
    [
      'spelled p + 2',
      keyOf('key is spelled p + 2'),
      'not canonical, so browsers could read it as another key',
    ],
    ['that is the neutral point, spelled p + 1', keyOf('small-order key y = 1 + p'), 'not canonical, so'],
    [
      'that is no point',
      keyOf('whose key is no point'),
      'not a point of the curve, so nobody can sign with it',
    ],
    [
      'with a torsion component',
      keyOf('of the key plus point 4'),
      'outside the group of prime order, so browsers could differ',
    ],
  ])('%s', async (_, key, sentence) =>
    expect(await messageOf(() => readPublicKey(key, 'key.pub'))).toContain(sentence),
  );
  it('is never one that the vectors refuse for itself', async () => {
    for (const { name, key } of edgeCases.filter(({ name }) => /key (?:point|y|plus|is)/.test(name)))
      expect([name, await messageOf(() => readPublicKey(base64(key), 'x'))]).toEqual([
        name,
        expect.stringMatching(/^x is not a safe Ed25519 public key: it is /),
      ]);
  });
});
