import type { Tool } from './tool-schema.ts';

/** The families of licenses, `agpl`, that a license fact mentions besides its value: of folders, of weights, or by another source. */
export function licenseFamilies({ note, disputed }: Tool['facts']['license']): string[] {
  const mentioned = [note, ...(disputed ?? []).map(({ value }) => value)].join(' ').toLowerCase();
  const names =
    mentioned.match(/\b(a?gpl|lgpl|gnu|apache|mit|bsd|mpl|cc|busl|elastic|epl|isc|sspl)\b/g) ?? [];
  return [...new Set(names.flatMap((name) => (name === 'gnu' ? ['agpl', 'gpl', 'lgpl'] : [name])))];
}
