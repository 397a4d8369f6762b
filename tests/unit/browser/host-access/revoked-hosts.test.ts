import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  clearRevoked,
  isRevoked,
  recordRevoked,
  revokedHosts,
} from '../../../../browser/host-access/revoked-hosts.ts';

describe('a revoked permission', () => {
  const grant = (...granted: string[]) =>
    Object.assign(fakeBrowser.permissions, {
      contains: ({ origins = [] }: { origins?: string[] }) =>
        Promise.resolve(origins.every((origin) => granted.includes(origin))),
    });
  beforeEach(() => {
    fakeBrowser.reset();
    grant('https://c.example/*');
  });

  it('counts on that host, and on no other', async () => {
    await recordRevoked(['https://a.example/*']);
    expect(await isRevoked('a.example')).toBe(true);
    expect(await isRevoked('b.example')).toBe(false);
  });
  it.each(['https://*/*', '<all_urls>', 'https://*.a.example/*'])(
    'for %s counts on every host but those that are still granted',
    async (wide) => {
      await recordRevoked([wide]);
      expect(await isRevoked('b.example')).toBe(true);
      expect(await isRevoked('c.example')).toBe(false);
    },
  );
  it('is cleared once it is granted again, and does not count while another grant covers the host', async () => {
    await recordRevoked(['https://a.example/*', 'https://b.example/*', 'https://c.example/*']);
    await clearRevoked(['https://a.example/*']);
    expect(await isRevoked('a.example')).toBe(false);
    expect(await isRevoked('b.example')).toBe(true);
    expect(await isRevoked('c.example')).toBe(false);
  });
  it.each(['1999-01-01', '2127-01-01'])('counts whatever the clock shows: %s', async (date) => {
    vi.setSystemTime(date);
    await recordRevoked(['https://a.example/*']);
    vi.setSystemTime('2026-11-22');
    expect(await isRevoked('a.example')).toBe(true);
    await clearRevoked(['https://a.example/*']);
    expect(await isRevoked('a.example')).toBe(false);
    vi.useRealTimers();
  });
  it.each([null, 'x', 7, {}, [7, null]])('is none in %j', async (stored) => {
    await fakeBrowser.storage.session.set({ revokedHosts: stored });
    expect(await revokedHosts()).toEqual([]);
    expect(await isRevoked('a.example')).toBe(false);
  });
  it('that cannot be stored fails nothing', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('Full.'));
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('None.'));
    await recordRevoked(['https://a.example/*']);
    expect(await revokedHosts()).toEqual([]);
  });
});
