import browser from 'webextension-polyfill';
import { now } from './clock.ts';
import { withdrawnKey } from './withdrawn.ts';

/**
 * Keeps when the right to hosts was taken back, so that marks leave pages that are open: the browser ends no script that
 * runs. `origins` are match patterns; one that names no single host stands for all of them.
 */
export async function withdraw(origins: readonly string[] = []): Promise<void> {
  const { [withdrawnKey]: stored } = await browser.storage.local.get(withdrawnKey);
  const times = { ...(Object(stored) as Record<string, number>) };
  for (const origin of origins) times[hostOf(origin)] = now();
  await browser.storage.local.set({ [withdrawnKey]: times });
}

/** Forgets the same for hosts that are allowed again: what runs there from now on was let run. */
export async function restore(origins: readonly string[] = []): Promise<void> {
  const { [withdrawnKey]: stored } = await browser.storage.local.get(withdrawnKey);
  const hosts = origins.map(hostOf);
  const kept = Object.entries(Object(stored) as Record<string, number>).filter(
    ([host]) => !hosts.includes(host),
  );
  await browser.storage.local.set({ [withdrawnKey]: Object.fromEntries(kept) });
}

function hostOf(origin: string): string {
  const host = /^[a-z*]+:\/\/([^/:]+)/.exec(origin)?.[1] ?? '*';
  return host.includes('*') ? '*' : host;
}
