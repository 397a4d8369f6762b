const dayMs = 86_400_000;

/** The date so many days before the day of the run, ISO 8601 in UTC; a negative number is a day to come. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
}
