import browser from 'webextension-polyfill';
import { originOf } from '../host-access/match-patterns.ts';

/**
 * Whether a feed's host can be asked without telling it who asks. To a host that it was not granted, Firefox names the
 * extension's origin, which is another one in each installation (seen 2026-11); Chrome's is the same for everybody.
 */
export async function canFetch(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  // Plain http is taken on this very machine only.
  if (!import.meta.env.FIREFOX || protocol === 'http:') return true;
  return browser.permissions.contains({ origins: [originOf(hostname)] });
}

/** Why a host is not asked, and what a person can do. */
export function missingAccessMessage(url: string): string {
  const { host } = new URL(url);
  return `Firefox would give ${host} a number that only this installation has. It is asked once you allow access to ${host}.`;
}
