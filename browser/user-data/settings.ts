export type BadgePosition = 'beside' | 'corner' | 'toolbar';

/** One preference: its key in `storage.local` and how to read what is stored there, damaged or missing as it may be. */
export type Setting<T> = { key: string; from(stored: unknown): T };

/** Every preference and its default. Nothing here leaves the device. */
export const settings = {
  /** Where marks show: beside the name, in a corner of the page, or on the toolbar icon only. */
  badgePosition: setting<BadgePosition>('badgePosition', 'beside', (value) =>
    ['beside', 'corner', 'toolbar'].includes(value as BadgePosition),
  ),
  /** Hosts on which no mark shows. */
  disabledHosts: setting<string[]>('disabledHosts', [], isStringArray),
  /** Page ids whose mark was put away as wrong, by what their own address names (the longest id). */
  dismissedPages: setting<string[]>('dismissedPages', [], isStringArray),
  /** The rival chosen last, by job. */
  lastRivals: setting<Record<string, string>>('lastRivals', {}, isStringRecord),
  /** Ids of the tools whose verdict was opened last, newest first. */
  recentTools: setting<string[]>('recentTools', [], isStringArray),
  /** Ids of the tools whose changes stand first among what is new. */
  watched: setting<string[]>('watched', [], isStringArray),
};

function setting<T>(key: string, fallback: T, isValid: (value: unknown) => boolean): Setting<T> {
  return { key, from: (stored) => (stored !== undefined && isValid(stored) ? (stored as T) : fallback) };
}

function isStringArray(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isStringRecord(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    isStringArray(Object.values(value))
  );
}
