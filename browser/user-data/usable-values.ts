// No id, host or page id is longer.
const maxLength = 2_000;

/** The texts of a stored list, each once; anything else has none. */
export function texts(stored: unknown): string[] {
  return Array.isArray(stored) ? [...new Set(stored.filter(isText))] : [];
}

/** The texts of a stored record by their keys. It inherits nothing, so that a key such as `constructor` has no value. */
export function textsByKey(stored: unknown): Record<string, string> {
  const isRecord = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  const entries = isRecord ? Object.entries(stored).filter(([, value]) => isText(value)) : [];
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, string>;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxLength;
}
