/** Runs work on the stored catalog while no other does, in whatever page or worker of the extension. */
export function withCatalogLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('catalog', work);
}
