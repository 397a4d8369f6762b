import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  clearRevoked,
  recordRevoked,
  wasRevokedSince,
  revokedHostsKey,
} from '../../../../browser/host-access/revoked-hosts.ts';

describe('a right that was taken back', () => {
  beforeEach(() => fakeBrowser.reset());
  const isOut = async (host: string, since: number) =>
    wasRevokedSince((await fakeBrowser.storage.local.get(revokedHostsKey))[revokedHostsKey], host, since);

  it('ends what ran on that host before, and nothing later or elsewhere', async () => {
    await recordRevoked(['https://a.example/*']);
    expect(await isOut('a.example', Date.now() - 1000)).toBe(true);
    expect(await isOut('a.example', Date.now() + 1000)).toBe(false);
    expect(await isOut('b.example', 0)).toBe(false);
  });
  it.each(['https://*/*', '<all_urls>', 'https://*.a.example/*'])('of %s ends all', async (wide) => {
    await recordRevoked([wide]);
    expect(await isOut('b.example', 0)).toBe(true);
  });
  it('is forgotten once it is granted again', async () => {
    await recordRevoked(['https://a.example/*', 'https://b.example/*']);
    await clearRevoked(['https://a.example/*']);
    expect(await isOut('a.example', 0)).toBe(false);
    expect(await isOut('b.example', 0)).toBe(true);
  });
  it.each([undefined, null, 'x', 7, [], { 'a.example': 'never' }])('reads nothing from %j', (stored) =>
    expect(wasRevokedSince(stored, 'a.example', 0)).toBe(false),
  );
});
