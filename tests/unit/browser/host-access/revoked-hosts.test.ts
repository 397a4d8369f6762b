import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  clearRevoked,
  recordRevoked,
  wasRevokedSince,
  revokedHostsKey,
} from '../../../../browser/host-access/revoked-hosts.ts';

describe('a revoked permission', () => {
  beforeEach(() => fakeBrowser.reset());
  const isRevoked = async (host: string, since: number) =>
    wasRevokedSince((await fakeBrowser.storage.local.get(revokedHostsKey))[revokedHostsKey], host, since);

  it('stops what started earlier on that host, and nothing else', async () => {
    await recordRevoked(['https://a.example/*']);
    expect(await isRevoked('a.example', Date.now() - 1000)).toBe(true);
    expect(await isRevoked('a.example', Date.now() + 1000)).toBe(false);
    expect(await isRevoked('b.example', 0)).toBe(false);
  });
  it.each(['https://*/*', '<all_urls>', 'https://*.a.example/*'])('for %s stops everything', async (wide) => {
    await recordRevoked([wide]);
    expect(await isRevoked('b.example', 0)).toBe(true);
  });
  it('is cleared once it is granted again', async () => {
    await recordRevoked(['https://a.example/*', 'https://b.example/*']);
    await clearRevoked(['https://a.example/*']);
    expect(await isRevoked('a.example', 0)).toBe(false);
    expect(await isRevoked('b.example', 0)).toBe(true);
  });
  it.each([undefined, null, 'x', 7, [], { 'a.example': 'never' }])('is none in %j', (stored) =>
    expect(wasRevokedSince(stored, 'a.example', 0)).toBe(false),
  );
});
