import browser from 'webextension-polyfill';
import { withoutHeadlines } from '../forget-headlines.ts';
import { disabledHosts, dismissedPages, publishHides } from './hidden-badges.ts';
import { badgePosition, type BadgePosition, type Setting } from './public-settings.ts';
import { texts, textsByKey } from './usable-values.ts';
import { changeItem, readItem } from './user-db.ts';

export type { BadgePosition, Setting };

/** Every preference and list. They stay on this device; all but the badge position where no content script can reach them. */
export const settings = {
  badgePosition,
  disabledHosts,
  dismissedPages,
  /** The rival chosen last, by tool. */
  lastRivals: { key: 'lastRivals', from: textsByKey } as Setting<Record<string, string>>,
  /** Ids of the tools opened last, newest first. */
  recentTools: { key: 'recentTools', from: texts } as Setting<string[]>,
  /** Ids of the tools on the watch list; their changes come first in the news. */
  watched: { key: 'watched', from: texts } as Setting<string[]>,
};

/** What is usable of the stored value of a preference, or its default. Never throws. */
export async function readSetting<T>({ key, from }: Setting<T>): Promise<T> {
  return from(key === badgePosition.key ? await readPublic(key) : await readItem(key));
}

/** Stores a preference on this device. */
export async function writeSetting<T>(setting: Setting<T>, value: T): Promise<void> {
  await changeSetting(setting, () => value);
}

/** Changes a preference without losing what another page changes at the same time; returns what it is now. */
export async function changeSetting<T>({ key, from }: Setting<T>, change: (before: T) => T): Promise<T> {
  if (key === badgePosition.key) {
    const next = change(from(await readPublic(key)));
    await browser.storage.local.set({ [key]: next });
    return next;
  }
  const changed = () => changeItem(key, (stored) => change(from(stored)));
  const next = await (key === dismissedPages.key ? withoutHeadlines(changed) : changed());
  if (key === disabledHosts.key || key === dismissedPages.key) await publishHides();
  return next;
}

async function readPublic(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch (error) {
    console.warn(`The stored “${key}” cannot be read.`, error);
    return undefined;
  }
}

/** A change of a list: the item is in it once, at its end. */
export function including(item: string): (before: string[]) => string[] {
  return (before) => [...before.filter((each) => each !== item), item];
}

/** A change of a list: the item is not in it. */
export function without(item: string): (before: string[]) => string[] {
  return (before) => before.filter((each) => each !== item);
}
