/** Now, in epoch milliseconds. Only this file reads the device's clock, so that a test can set it. */
export function now(): number {
  return Date.now();
}

/** Today as an ISO 8601 date, in UTC like all dates in the catalog. */
export function today(): string {
  return new Date(now()).toISOString().slice(0, 10);
}
