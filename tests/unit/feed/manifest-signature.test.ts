import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../catalog/feed/checked-file.ts';
import { isSigned } from '../../../catalog/feed/signature.ts';
import { signManifest } from '../../builders/feed.ts';
import {
  codeOf,
  notSigned,
  feed,
  encode,
  bytesOf,
  textOf,
  messageOf,
  verified,
  key,
  thiefKey,
} from '../../builders/signed-feed.ts';

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
    expect(await codeOf(() => verified({ files }))).toBe('bad-signature');
  });
  it('by another key is refused', async () => {
    const files = new Map(feed.files);
    await signManifest(files, files.get('manifest.json')!, thiefKey);
    expect(await messageOf(() => verified({ files }))).toBe(notSigned);
  });
  it('that is valid gives manifest, hash and key', async () =>
    expect(await verified(feed)).toEqual({
      manifest: feed.manifest,
      sha256: await sha256(feed.files.get('manifest.json')!),
      trustedKey: key.text,
    }));
  it.each([
    ['no JSON', encode('<!doctype html>'), 'manifest.json isn’t valid JSON.'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe), 'manifest.json isn’t valid UTF-8 text.'],
    ['deep JSON', encode('['.repeat(10_000_000)), 'manifest.json is nested deeper than 32 levels.'],
    ['a newer format', bytesOf({ schema: '2.0' }), 'Its format, 2.0, is newer than 1.0.'],
  ])('is checked before anything is parsed: %s', async (_, bytes, sentence) => {
    const files = new Map(feed.files).set('manifest.json', bytes);
    expect(await messageOf(() => verified({ files }))).toBe(notSigned);
    await signManifest(files, bytes, key);
    expect(await messageOf(() => verified({ files }))).toContain(sentence);
  });
  it('is Ed25519 as in RFC 8032 (section 7.1, tests 1 and 2)', async () => {
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
