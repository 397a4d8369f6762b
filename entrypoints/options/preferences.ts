import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { canFetch } from '../../browser/feed-client/fetch.ts';
import { readSubscriptions, type Subscription } from '../../browser/feed-client/subscriptions.ts';
import { readUsage } from '../../browser/catalog-db/database.ts';
import type { Layer } from '../../browser/catalog-db/layer.ts';
import {
  settings,
  type BadgePosition,
  type Setting,
  readSetting,
  writeSetting,
} from '../../browser/user-data/settings.ts';
import { readAddress } from '../../sites/address.ts';

export type Loaded = {
  badgePosition: BadgePosition;
  disabledHosts: string[];
  dismissedPages: string[];
  /** How many recent tools are stored. */
  recent: number;
  tools: number;
  layers: readonly Layer[];
  feeds: Subscription[];
  /** Addresses of feeds to whose hosts the browser has not given access. */
  blocked: string[];
  bytes?: number;
  shortcut: string;
};

export const loaded = signal<Loaded | undefined>(undefined);
/** A sentence about what was just done or refused, and how to undo it. */
export type Notice = { text: string; undo?: () => Promise<void> };
export const notice = signal<Notice | undefined>(undefined);

/** Reads all that the page shows. */
export async function load(): Promise<void> {
  const [badgePosition, disabledHosts, dismissedPages, recent, catalog, commands, feeds, bytes] =
    await Promise.all([
      readSetting(settings.badgePosition),
      readSetting(settings.disabledHosts),
      readSetting(settings.dismissedPages),
      readSetting(settings.recentTools),
      openCatalog(),
      browser.commands.getAll(),
      readSubscriptions(),
      readUsage(),
    ]);
  loaded.value = {
    badgePosition,
    disabledHosts,
    dismissedPages,
    recent: recent.length,
    tools: catalog.tools,
    layers: catalog.layers,
    feeds,
    blocked: await blockedAmong(feeds),
    shortcut: commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '',
    ...(bytes !== undefined && { bytes }),
  };
}

async function blockedAmong(feeds: readonly Subscription[]): Promise<string[]> {
  const access = await Promise.all(feeds.map(({ url }) => canFetch(url)));
  return feeds.flatMap(({ url }, at) => (access[at] ? [] : [url]));
}

/** Stores a preference and offers to undo that. */
export async function change<T>(setting: Setting<T>, value: T, text: string): Promise<void> {
  const before = await readSetting(setting);
  await writeSetting(setting, value);
  await load();
  notice.value = { text, undo: () => change(setting, before, 'Undone.') };
}

/** Turns badges off on the site of an address or a host name; false if the text is neither. */
export async function turnOff(typed: string): Promise<boolean> {
  const text = typed.trim();
  const url = text.includes('://') ? text : `https://${text}`;
  if (!readAddress(url) || !new URL(url).hostname.includes('.')) {
    notice.value = { text: `“${text}” isn’t a website address.` };
    return false;
  }
  const host = new URL(url).hostname;
  const hosts = await readSetting(settings.disabledHosts);
  await change(settings.disabledHosts, [...new Set([...hosts, host])].sort(), `Badges are off on ${host}.`);
  return true;
}

/** Clears the recent tools and the chosen rivals, with undo. */
export async function clearHistory(): Promise<void> {
  const [recent, rivals] = await Promise.all([
    readSetting(settings.recentTools),
    readSetting(settings.lastRivals),
  ]);
  await writeSetting(settings.lastRivals, {});
  await change(settings.recentTools, [], 'History cleared.');
  notice.value = {
    text: notice.value!.text,
    undo: async () => {
      await writeSetting(settings.lastRivals, rivals);
      await change(settings.recentTools, recent, 'Undone.');
    },
  };
}
