/** The key under which is kept from which hosts the right was taken back, and when. */
export const withdrawnKey = 'withdrawn';

/** Whether the right to a host was taken back after `since` (epoch milliseconds); what runs since then was let run. */
export function isWithdrawn(stored: unknown, host: string, since: number): boolean {
  const times = Object(stored) as Record<string, unknown>;
  return Object.hasOwn(times, host) && Number(times[host]) > since;
}
