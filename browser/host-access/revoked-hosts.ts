import browser from 'webextension-polyfill';
import { originOf, patternHost } from './match-patterns.ts';

// Browsers do not stop a content script that already runs (seen 2026-11), and none runs longer than the browser.
const key = 'revokedHosts';

/** Hosts to which access was revoked since the browser started and not granted again; `*` for several at once. */
export async function revokedHosts(): Promise<string[]> {
  try {
    const { [key]: stored } = await browser.storage.session.get(key);
    return Array.isArray(stored) ? stored.filter((host) => typeof host === 'string') : [];
  } catch {
    return [];
  }
}

/** Whether access to a host was revoked since the browser started, and there is none now. */
export async function isRevoked(host: string): Promise<boolean> {
  const revoked = await revokedHosts();
  if (!revoked.includes(host) && !revoked.includes('*')) return false;
  return !(await browser.permissions.contains({ origins: [originOf(host)] }).catch(() => false));
}

/** Records that access to the hosts of these match patterns was revoked. */
export async function recordRevoked(origins: readonly string[] = []): Promise<void> {
  await store([...(await revokedHosts()), ...origins.map(hostOf)]);
}

/** Forgets the revocation of hosts that are granted again. */
export async function clearRevoked(origins: readonly string[] = []): Promise<void> {
  const granted = new Set(origins.map(hostOf));
  await store((await revokedHosts()).filter((host) => !granted.has(host)));
}

async function store(hosts: string[]): Promise<void> {
  try {
    await browser.storage.session.set({ [key]: [...new Set(hosts)] });
  } catch (error) {
    console.warn('Open pages of revoked hosts keep their badges until they are loaded again.', error);
  }
}

function hostOf(origin: string): string {
  const host = patternHost(origin) ?? '*';
  return host.startsWith('*') ? '*' : host;
}
