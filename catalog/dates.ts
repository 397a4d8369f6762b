const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec';

/** "22 Nov 2026" for an ISO 8601 date, or for a time in UTC. */
export function dateLabel(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${monthLabel(iso)}`;
}

/** "Nov 2026" for an ISO 8601 date. */
export function monthLabel(iso: string): string {
  return `${months.split(' ')[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
}
