/** One preference: its key, and `from`, which gives what is usable of a stored value, else the default. */
export type Setting<T> = { key: string; from(stored: unknown): T };

export type BadgePosition = 'beside' | 'corner' | 'toolbar';

const positions: unknown[] = ['beside', 'corner', 'toolbar'] satisfies BadgePosition[];

// Only what is in this file lies in `storage.local`, which every content script can read and write.

/** Where the badge shows: beside the name, in a corner of the page, or on the toolbar icon only. */
export const badgePosition: Setting<BadgePosition> = {
  key: 'badgePosition',
  from: (stored) => (positions.includes(stored) ? (stored as BadgePosition) : 'beside'),
};

/**
 * The key under which is 0 as long as no badge is hidden anywhere, else a number that is another one after each change of what
 * is hidden. What that is, only the background knows, and it tells a content script about its own page alone.
 */
export const hidesKey = 'hides';
