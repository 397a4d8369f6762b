import { describe, expect, it } from 'vitest';
import { assertNotHeldBack } from '../../../../browser/feed-client/held-back.ts';
import { accepted, codeOf, hash, messageOf } from '../../../builders/signed-feed.ts';

describe('a newer version', () => {
  const MB = 1_000_000;
  const tooLarge = (megabytes: number) =>
    `Version 7 takes ${megabytes} MB on this device, so it waits until you accept it.`;
  const tooFew = 'Version 7 drops 51 of its 100 tools, so it waits until you accept it.';
  it.each<[string, number, number, Parameters<typeof assertNotHeldBack>[1], string]>([
    ['of the first fetch', 5, MB, {}, accepted],
    ['with half of the tools', 50, MB, { tools: 100 }, accepted],
    ['with less than half', 49, MB, { tools: 100 }, tooFew],
    ['with less than half, accepted', 49, MB, { tools: 100, acceptedDrop: hash }, accepted],
    ['with less than half, while another is accepted', 49, MB, { tools: 100, acceptedDrop: 'cd' }, tooFew],
    ['as large as nobody has to be asked about', 5, 25 * MB, { bytes: MB }, accepted],
    ['larger than that', 5, 26 * MB, { bytes: MB }, tooLarge(26)],
    ['half as large again as a large one', 5, 150 * MB, { bytes: 100 * MB }, accepted],
    ['much larger than a large one', 5, 151 * MB, { bytes: 100 * MB }, tooLarge(151)],
    ['much larger, accepted', 5, 600 * MB, { acceptedDrop: hash }, accepted],
  ])('%s', async (_, tools, unpacked, known, sentence) => {
    const manifest = { version: 7, tools, pack: { sha256: hash, length: 1, unpacked } };
    const accept = () => assertNotHeldBack({ manifest, sha256: hash }, known);
    expect(await messageOf(accept)).toBe(sentence);
    if (sentence !== accepted) expect(await codeOf(accept)).toBe('held-back');
  });
});
