/** Runs work on the stored catalog while no other page or worker of the extension does. */
export function withCatalogLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('catalog', work);
}
