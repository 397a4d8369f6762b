import { cpSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { key, pub, at, run, build } = feedFolder();

describe('feed rotate', () => {
  const passOn = (...more: string[]) =>
    run('rotate', '--from', key, '--to', at('new/feed-key.pub'), '--feed', 'kitchen', ...more);
  beforeAll(async () => {
    await run('keygen', '--out', at('new'));
    cpSync(at('feed'), at('rotated'), { recursive: true });
  });
  it('is needed before another key can sign', async () => {
    const { code, error } = await build('rotated', 2, { key: at('new/feed-key.pem') });
    expect([code, error]).toEqual([1, expect.stringContaining('npm run feed -- rotate first')]);
  });
  it('lets readers with the old key trust the new one', async () => {
    expect(await passOn('--out', at('rotated'), '--date', '2026-11-21')).toMatchObject({ code: 0 });
    expect(await build('rotated', 2, { key: at('new/feed-key.pem') })).toMatchObject({ code: 0 });
    for (const known of [pub, at('new/feed-key.pub')])
      expect(await run('verify', at('rotated'), '--key', known)).toMatchObject({ code: 0, error: '' });
    await build('carried', 3, { key: at('new/feed-key.pem'), previous: at('rotated') });
    expect(readFileSync(at('carried/keys.json'))).toEqual(readFileSync(at('rotated/keys.json')));
  });
  it('replaces a key only once, and not with itself', async () => {
    expect(await passOn('--out', at('rotated'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('already passes the feed “kitchen” on from this key') as string,
    });
    expect(await passOn('--out', at('none'), '--to', pub)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--to: is the key that already signs\n\n/) as string,
    });
    expect(await passOn('--out', at('none'), '--date', 'soon')).toMatchObject({ code: 2 });
  });
});
