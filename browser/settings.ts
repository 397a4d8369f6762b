export type Place = 'beside' | 'corner' | 'toolbar';

/** One preference: its key in `storage.local` and how to read what is stored there, damaged or missing as it may be. */
export type Setting<T> = { key: string; from(stored: unknown): T };

/** Every preference and its default. Nothing here leaves the device. */
export const settings = {
  /** Where marks show: beside the name, in a corner of the page, or on the toolbar icon only. */
  place: setting<Place>('place', 'beside', (value) =>
    ['beside', 'corner', 'toolbar'].includes(value as Place),
  ),
  /** Hosts on which no mark shows. */
  offHosts: setting<string[]>('offHosts', [], isTexts),
  /** Page ids whose mark was put away as wrong, by what their own address names (the longest id). */
  wrongPages: setting<string[]>('wrongPages', [], isTexts),
  /** The rival chosen last, by job. */
  lastRivals: setting<Record<string, string>>('lastRivals', {}, isTextByText),
  /** Ids of the tools whose verdict was opened last, newest first. */
  seenLast: setting<string[]>('seenLast', [], isTexts),
  /** Ids of the tools whose changes stand first among what is new. */
  watched: setting<string[]>('watched', [], isTexts),
};

function setting<T>(key: string, fallback: T, isValid: (value: unknown) => boolean): Setting<T> {
  return { key, from: (stored) => (stored !== undefined && isValid(stored) ? (stored as T) : fallback) };
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isTextByText(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && isTexts(Object.values(value))
  );
}
