/** Runs work on the stored catalog while no other does, in whatever page or worker of the extension. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('catalog', work);
}
