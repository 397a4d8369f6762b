import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearRevoked, recordRevoked } from '../../../../browser/host-access/revoked-hosts.ts';
import { isHidden, publishHides, watchHides } from '../../../../browser/user-data/hidden-badges.ts';
import { changeSetting, including, settings, without } from '../../../../browser/user-data/settings.ts';
import { emptyUserDb } from '../../../builders/user-db.ts';

const { disabledHosts, dismissedPages, watched } = settings;
const page = 'pkg:github/someone/oven';
const stored = () => fakeBrowser.storage.local.get();
const hides = async () => (await stored()).hides;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(false as never);
  await emptyUserDb();
  await publishHides();
});

describe('what content scripts can read of hidden badges', () => {
  it('is 0 while nothing is hidden', async () => {
    await changeSetting(watched, including('oven'));
    expect(await stored()).toEqual({ hides: 0 });
  });
  it('is another number after each change, and 0 again in the end', async () => {
    const seen: unknown[] = [await hides()];
    for (const change of [
      () => changeSetting(dismissedPages, including(page)),
      () => changeSetting(disabledHosts, including('github.com')),
      () => changeSetting(dismissedPages, without(page)),
      async () => {
        await recordRevoked(['https://a.example/*']);
        await publishHides();
      },
      () => changeSetting(disabledHosts, without('github.com')),
    ]) {
      await change();
      seen.push(await hides());
    }
    expect(new Set(seen).size).toBe(6);
    expect(Object.keys(await stored())).toEqual(['hides']);
    await clearRevoked(['https://a.example/*']);
    await publishHides();
    expect(await hides()).toBe(0);
  });
  it.each([0, 7, 'x', undefined])('is put right when a page’s process writes %j', async (written) => {
    watchHides();
    const write = async () =>
      written === undefined
        ? fakeBrowser.storage.local.remove('hides')
        : fakeBrowser.storage.local.set({ hides: written });
    await write();
    await vi.waitFor(async () => expect(await hides()).toBe(0));
    await changeSetting(dismissedPages, including(page));
    await write();
    await vi.waitFor(async () => expect(await hides()).not.toBe(0));
  });
  it('fails nothing where it cannot be written', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Full.'));
    expect(await changeSetting(dismissedPages, including(page))).toEqual([page]);
    expect(await isHidden('github.com', page)).toBe(true);
  });
});

describe('a badge is hidden', () => {
  it('on a page where it was dismissed, on a host where badges are off, and nowhere else', async () => {
    await changeSetting(dismissedPages, including(page));
    await changeSetting(disabledHosts, including('oven.example'));
    expect(await isHidden('github.com', page)).toBe(true);
    expect(await isHidden('github.com', 'pkg:github/someone/pan')).toBe(false);
    expect(await isHidden('oven.example', 'oven.example/docs')).toBe(true);
    expect(await isHidden('oven.example', undefined)).toBe(true);
    expect(await isHidden('docs.oven.example', 'docs.oven.example')).toBe(false);
  });
  it('on a host to which access was revoked', async () => {
    await recordRevoked(['https://oven.example/*']);
    expect(await isHidden('oven.example', 'oven.example')).toBe(true);
  });
});
