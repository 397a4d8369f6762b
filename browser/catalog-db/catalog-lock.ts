/**
 * Runs work on the stored catalog while no other page or worker of the extension does; gives up waiting when the signal is
 * aborted. The work never fetches from elsewhere, since everybody else waits for it.
 */
export function withCatalogLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return navigator.locks.request('catalog', signal ? { signal } : {}, work);
}
