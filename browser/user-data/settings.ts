import { chromeApi } from '../chrome-api.ts';

export type BadgePosition = 'beside' | 'corner' | 'toolbar';

/** One preference: its key in `storage.local`, and `from`, which gives the default for a missing or damaged value. */
export type Setting<T> = { key: string; from(stored: unknown): T };

/** Every preference and its default. They stay on this device. */
export const settings = {
  /** Where the badge shows: beside the name, in a corner of the page, or on the toolbar icon only. */
  badgePosition: setting<BadgePosition>('badgePosition', 'beside', (value) =>
    ['beside', 'corner', 'toolbar'].includes(value as BadgePosition),
  ),
  /** Hosts on which badges are off. */
  disabledHosts: setting<string[]>('disabledHosts', [], isStringArray),
  /** Page ids on which the badge was dismissed; of the ids an address stands for, the longest. */
  dismissedPages: setting<string[]>('dismissedPages', [], isStringArray),
  /** The rival chosen last, by job. */
  lastRivals: setting<Record<string, string>>('lastRivals', {}, isStringRecord),
  /** Ids of the tools opened last, newest first. */
  recentTools: setting<string[]>('recentTools', [], isStringArray),
  /** Ids of the tools on the watch list; their changes come first in the news. */
  watched: setting<string[]>('watched', [], isStringArray),
};

/** The stored value of a preference, or its default. */
export async function readSetting<T>({ key, from }: Setting<T>): Promise<T> {
  return from((await chromeApi.storage.local.get(key))[key]);
}

/** Stores a preference on this device. */
export async function writeSetting<T>({ key }: Setting<T>, value: T): Promise<void> {
  await chromeApi.storage.local.set({ [key]: value });
}

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
