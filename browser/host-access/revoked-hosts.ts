import { chromeApi } from '../chrome-api.ts';
import { now } from '../clock.ts';

/** The storage key under which each revoked host (`*` for all) has the time of its revocation, in epoch milliseconds. */
export const revokedHostsKey = 'revokedHosts';

/** Whether access to a host was revoked after `since` (epoch milliseconds); a script that started later was allowed to. */
export function wasRevokedSince(stored: unknown, host: string, since: number): boolean {
  const times = timesIn(stored);
  return [host, '*'].some((name) => Object.hasOwn(times, name) && Number(times[name]) > since);
}

/**
 * Records when access to hosts was revoked, so that badges leave open pages: browsers do not stop a content script that
 * already runs (seen 2026-11). `origins` are match patterns; one without a single host stands for all hosts.
 */
export async function recordRevoked(origins: readonly string[] = []): Promise<void> {
  const times = await readTimes();
  for (const origin of origins) times[hostOf(origin)] = now();
  await chromeApi.storage.local.set({ [revokedHostsKey]: times });
}

/** Forgets the revocation of hosts that are granted again. */
export async function clearRevoked(origins: readonly string[] = []): Promise<void> {
  const times = await readTimes();
  for (const origin of origins) delete times[hostOf(origin)];
  await chromeApi.storage.local.set({ [revokedHostsKey]: times });
}

async function readTimes(): Promise<Record<string, unknown>> {
  return { ...timesIn((await chromeApi.storage.local.get(revokedHostsKey))[revokedHostsKey]) };
}

function timesIn(stored: unknown): Record<string, unknown> {
  return Object(stored) as Record<string, unknown>;
}

function hostOf(origin: string): string {
  const host = /^[a-z*]+:\/\/([^/:]+)/.exec(origin)?.[1] ?? '*';
  return host.includes('*') ? '*' : host;
}
