import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { readHealth, relieve, type Trouble } from '../../browser/catalog-db/health.ts';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { canFetch } from '../../browser/feed-client/fetch.ts';
import { readSubscriptions, type Subscription } from '../../browser/feed-client/subscriptions.ts';
import { readUsage } from '../../browser/catalog-db/database.ts';
import type { CatalogReader } from '../../browser/catalog-db/catalog-reader.ts';
import {
  settings,
  type BadgePosition,
  type Setting,
  changeSetting,
  readSetting,
  without,
} from '../../browser/user-data/settings.ts';
import { readAddress } from '../../sites/address.ts';

/** What the page shows; a part is missing until it is read, and null where it cannot be. */
export type Loaded = { [Name in keyof Parts]?: Parts[Name] | null };

type Parts = {
  troubles: Trouble[];
  badgePosition: BadgePosition;
  disabledHosts: string[];
  dismissedPages: string[];
  /** Ids of the recent tools. */
  recent: string[];
  catalog: Pick<CatalogReader, 'tools' | 'layers' | 'leftOut'>;
  feeds: Subscription[];
  /** Addresses of feeds to whose hosts the browser has not given access. */
  blocked: string[];
  /** Bytes on this device; missing where the browser does not tell. */
  bytes: number | undefined;
  shortcut: string;
};

/** Nothing until there is something to show. */
export const loaded = signal<Loaded | undefined>(undefined);
/** A sentence about what was just done or refused, at which place of the page, and how to undo it. */
export type Notice = { at: string; text: string; undo?: () => Promise<void> };
export const notice = signal<Notice | undefined>(undefined);

// Whatever takes longer is added when it is there.
const maxWaitMs = 300;
const logged = new Set<string>();

const readers: { [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  troubles: readHealth,
  badgePosition: () => readSetting(settings.badgePosition),
  disabledHosts: () => readSetting(settings.disabledHosts),
  dismissedPages: () => readSetting(settings.dismissedPages),
  recent: () => readSetting(settings.recentTools),
  catalog: openCatalog,
  feeds: readSubscriptions,
  blocked: async () => blockedAmong(await readSubscriptions()),
  bytes: readUsage,
  shortcut: async () => {
    const commands = await browser.commands.getAll();
    return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  },
};

/** Reads all that the page shows, each part by itself: one that fails or never answers keeps no other from being shown. */
export async function load(): Promise<void> {
  const found: Loaded = {};
  let isShown = false;
  const show = () => {
    isShown = true;
    loaded.value = { ...loaded.value, ...found };
  };
  const reads = Object.keys(readers).map(async (name) => {
    Object.assign(found, { [name]: await readPart(name as keyof Parts) });
    if (isShown) show();
  });
  await Promise.race([Promise.all(reads), new Promise((end) => setTimeout(end, maxWaitMs))]);
  show();
}

async function readPart<Name extends keyof Parts>(name: Name): Promise<Parts[Name] | null> {
  try {
    return await readers[name]();
  } catch (error) {
    if (!logged.has(name)) console.error(`Settings cannot read “${name}”.`, error);
    logged.add(name);
    return null;
  }
}

async function blockedAmong(feeds: readonly Subscription[]): Promise<string[]> {
  const access = await Promise.all(feeds.map(({ url }) => canFetch(url)));
  return feeds.flatMap(({ url }, at) => (access[at] ? [] : [url]));
}

/** Does what a press asks for; where that fails, the notice at this place says why. */
export async function attempt(work: () => Promise<void>, at: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    notice.value = { at, text: `That did not work: ${(error as Error).message}` };
  }
}

/** Whether what a trouble offers is being done. */
export const mending = signal(false);

/** Does what a trouble offers, and reads everything again. */
export async function mend(action: NonNullable<Trouble['action']>): Promise<void> {
  mending.value = true;
  await attempt(() => relieve(action), 'troubles');
  mending.value = false;
  await load();
}

/** Changes a preference and offers to undo that: as `undo` says, or by what it was before. The notice is shown at the preference's own place, or at another. */
export function change<T>(
  setting: Setting<T>,
  next: (before: T) => T,
  text: string,
  undo?: (after: T) => T,
  at = setting.key,
): Promise<void> {
  return attempt(async () => {
    let back = undo;
    await changeSetting(setting, (before) => {
      back ??= () => before;
      return next(before);
    });
    await load();
    notice.value = { at, text, undo: () => change(setting, back!, 'Undone.', next, at) };
  }, at);
}

/** Turns badges off on the site of an address or a host name; false if the text is neither. */
export async function turnOff(typed: string): Promise<boolean> {
  const text = typed.trim();
  const url = text.includes('://') ? text : `https://${text}`;
  if (!readAddress(url) || !new URL(url).hostname.includes('.')) {
    notice.value = { at: settings.disabledHosts.key, text: `“${text}” isn’t a website address.` };
    return false;
  }
  const host = new URL(url).hostname;
  const add = (hosts: string[]) => [...new Set([...hosts, host])].sort();
  await change(settings.disabledHosts, add, `Badges are off on ${host}.`, without(host));
  return true;
}

/** Clears the recent tools and the chosen rivals, with undo. */
export function clearHistory(): Promise<void> {
  const at = settings.recentTools.key;
  return attempt(async () => {
    let recent: string[] = [];
    let rivals: Record<string, string> = {};
    await changeSetting(settings.lastRivals, (before) => ((rivals = before), {}));
    await changeSetting(settings.recentTools, (before) => ((recent = before), []));
    await load();
    notice.value = {
      at,
      text: 'History cleared.',
      undo: async () => {
        await changeSetting(settings.lastRivals, (after) => ({ ...rivals, ...after }));
        await change(settings.recentTools, (after) => [...new Set([...after, ...recent])], 'Undone.');
      },
    };
  }, at);
}
