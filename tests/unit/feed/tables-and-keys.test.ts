import { describe, expect, it } from 'vitest';
import { checkedBytes, filePath, sha256 } from '../../../catalog/feed/checked-file.ts';
import { fingerprint, readPublicKey } from '../../../catalog/feed/signature.ts';
import { readTables } from '../../../catalog/feed/tables.ts';
import { accepted, encode, bytesOf, key, messageOf } from '../../builders/signed-feed.ts';
import { reference } from '../../builders/tool.ts';

describe('tables and keys', () => {
  it.each<[string, unknown, string]>([
    ['tables', reference, accepted],
    ['tables with more in them', { ...reference, seats: 5 }, accepted],
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
    expect(await messageOf(() => readTables(bytesOf(json), 'x'))).toContain(sentence),
  );
  it.each<[string, string, string]>([
    ['of 32 bytes', key.text, accepted],
    ['with a line’s end', `${key.text}\r\n`, accepted],
    [
      'of 31 bytes',
      Buffer.alloc(31, 7).toString('base64'),
      'x is not an Ed25519 public key (32 bytes in base64).',
    ],
    ['of nothing', '', 'x is not an Ed25519 public key (32 bytes in base64).'],
    ['in PEM', '-----BEGIN PUBLIC KEY-----', 'x is not an Ed25519 public key (32 bytes in base64).'],
    [
      'spelt another way',
      `${Buffer.alloc(32).toString('base64').slice(0, -2)}B=`,
      'x is not an Ed25519 public key (32 bytes in base64).',
    ],
  ])('a key %s', async (_, text, sentence) =>
    expect(await messageOf(() => readPublicKey(text, 'x'))).toBe(sentence),
  );
  it('a fingerprint is the key’s SHA-256 in sixteen groups', async () =>
    expect(await fingerprint(Buffer.alloc(32).toString('base64'))).toBe(
      '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20 0897 1485 6ee2 33b3 902a 591d 0d5f 2925',
    ));
  it('a file of another length or hash is refused by name', async () => {
    const bytes = encode('hello');
    const ref = { sha256: await sha256(bytes), length: 5 };
    const file = filePath(ref);
    expect(await messageOf(() => checkedBytes(bytes, ref, file))).toBe(accepted);
    expect(await messageOf(() => checkedBytes(encode('hello!'), ref, file))).toBe(
      `${file} has 6 bytes instead of 5.`,
    );
    expect(await messageOf(() => checkedBytes(encode('hallo'), ref, file))).toBe(
      `${file} is not what the manifest names: its SHA-256 differs.`,
    );
  });
});
