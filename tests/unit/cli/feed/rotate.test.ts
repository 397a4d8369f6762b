import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { key, pub, at, run, build } = feedFolder();

describe('feed rotate', () => {
  /** Each flag once, the later value if it is given twice. */
  const passOn = (...more: string[]) => {
    const args = ['--from', key, '--to', at('new/feed-key.pub'), '--feed', 'kitchen', ...more];
    const flags = new Map(
      args.flatMap((arg, place) => (place % 2 ? [] : [[arg, args[place + 1]!] as const])),
    );
    return run('rotate', ...[...flags].flat());
  };
  const statements = (name: string) =>
    JSON.parse(readFileSync(at(`${name}/keys.json`), 'utf8')) as Record<string, string>[];
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
    expect(await passOn('--out', at('none'), '--expires', '3661d')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--expires: "3661d" is more than the 3660 days') as string,
    });
  });
  it('writes a statement that the new key confirms when it first signs', async () => {
    cpSync(at('feed'), at('confirmed'), { recursive: true });
    await passOn('--out', at('confirmed'), '--date', '2026-11-21', '--expires', '30d');
    const before = statements('confirmed');
    expect(before).toMatchObject([{ feed: 'kitchen', date: '2026-11-21', expires: '2026-12-21' }]);
    expect(before[0]).not.toHaveProperty('confirmation');
    // Until then the old key goes on signing.
    expect(await build('confirmed', 2)).toMatchObject({ code: 0 });
    expect(await run('verify', at('confirmed'), '--key', pub)).toMatchObject({ code: 0 });
    await build('confirmed', 3, { key: at('new/feed-key.pem') });
    expect(statements('confirmed')).toEqual([{ ...before[0], confirmation: expect.any(String) as string }]);
    expect(await run('verify', at('confirmed'), '--key', pub)).toMatchObject({ code: 0 });
    expect(await build('confirmed', 4)).toMatchObject({
      code: 1,
      error: expect.stringContaining('npm run feed -- rotate first') as string,
    });
  });
  it('does not sign with a key that was replaced, nor go back to it', async () => {
    const options = { previous: at('rotated') };
    cpSync(at('feed/key.pub'), at('rotated/key.pub'));
    const { code, error } = await build('back', 3, options);
    expect([code, error]).toEqual([1, expect.stringContaining('The key was replaced by another')]);
    cpSync(at('new/feed-key.pub'), at('rotated/key.pub'));
    const back = ['--from', at('new/feed-key.pem'), '--to', pub, '--feed', 'kitchen', '--out', at('rotated')];
    expect(await run('rotate', ...back)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--to: is a key that was replaced before/) as string,
    });
  });
  it('passes on only the feed that is there, by a key of it', async () => {
    const rotated = (...more: string[]) =>
      run('rotate', '--to', at('new/feed-key.pub'), '--out', at('feed'), ...more);
    const { code, error } = await rotated('--from', key, '--feed', 'cellar');
    expect([code, error]).toEqual([2, expect.stringContaining('is the feed “kitchen”, not “cellar”')]);
    await run('keygen', '--out', at('stranger'));
    expect(await rotated('--from', at('stranger/feed-key.pem'), '--feed', 'kitchen')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--from: is neither the key in .* nor one of keys\.json\n/) as string,
    });
    expect(await rotated('--from', key, '--feed', 'My Kitchen')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--feed: "My Kitchen" is not the id of a feed') as string,
    });
    expect(existsSync(at('feed/keys.json'))).toBe(false);
  });
  it('renews a statement that has expired', async () => {
    await passOn('--out', at('renewed'), '--date', '2025-01-01', '--expires', '30d');
    expect((await passOn('--out', at('renewed'), '--date', '2025-01-30')).error).toContain(
      'until 2025-01-31',
    );
    expect(await passOn('--out', at('renewed'), '--date', '2025-01-31')).toMatchObject({ code: 0 });
    expect(statements('renewed')).toMatchObject([{ date: '2025-01-31', expires: '2028-01-31' }]);
  });
  it('passes on to no key that anybody could sign with', async () => {
    writeFileSync(at('neutral.pub'), 'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n');
    expect(await passOn('--out', at('none'), '--to', at('neutral.pub'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('it is of small order, so anybody could sign in its name') as string,
    });
  });
});
