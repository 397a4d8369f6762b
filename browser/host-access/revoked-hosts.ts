import browser from 'webextension-polyfill';
import { now } from '../clock.ts';
import { revokedHostsKey } from './was-revoked.ts';

/**
 * Keeps when the right to hosts was taken back, so that marks leave pages that are open: the browser ends no script that
 * runs. `origins` are match patterns; one that names no single host stands for all of them.
 */
export async function recordRevoked(origins: readonly string[] = []): Promise<void> {
  const { [revokedHostsKey]: stored } = await browser.storage.local.get(revokedHostsKey);
  const times = { ...(Object(stored) as Record<string, number>) };
  for (const origin of origins) times[hostOf(origin)] = now();
  await browser.storage.local.set({ [revokedHostsKey]: times });
}

/** Forgets the same for hosts that are allowed again: what runs there from now on was let run. */
export async function clearRevoked(origins: readonly string[] = []): Promise<void> {
  const { [revokedHostsKey]: stored } = await browser.storage.local.get(revokedHostsKey);
  const hosts = origins.map(hostOf);
  const kept = Object.entries(Object(stored) as Record<string, number>).filter(
    ([host]) => !hosts.includes(host),
  );
  await browser.storage.local.set({ [revokedHostsKey]: Object.fromEntries(kept) });
}

function hostOf(origin: string): string {
  const host = /^[a-z*]+:\/\/([^/:]+)/.exec(origin)?.[1] ?? '*';
  return host.includes('*') ? '*' : host;
}
