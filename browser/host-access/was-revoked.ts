/** The key under which is kept from which hosts the right was taken back, and when. */
export const revokedHostsKey = 'revokedHosts';

/** Whether the right to a host, or to all (`*`), was taken back after `since` (epoch milliseconds); what runs since was let run. */
export function wasRevokedSince(stored: unknown, host: string, since: number): boolean {
  const times = Object(stored) as Record<string, unknown>;
  return [host, '*'].some((name) => Object.hasOwn(times, name) && Number(times[name]) > since);
}
