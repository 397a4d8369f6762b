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
  place: BadgePosition;
  disabledHosts: string[];
  dismissedPages: string[];
  seen: number;
  tools: number;
  layers: readonly Layer[];
  feeds: Subscription[];
  /** Addresses of feeds that the browser must be asked for first. */
  blocked: string[];
  bytes?: number;
  shortcut: string;
};

export const loaded = signal<Loaded | undefined>(undefined);
/** A sentence about what was just done or refused, and how to take it back. */
export type Notice = { text: string; undo?: () => Promise<void> };
export const notice = signal<Notice | undefined>(undefined);

/** Reads all that the page shows. */
export async function load(): Promise<void> {
  const [place, disabledHosts, dismissedPages, seen, catalog, commands, feeds, bytes] = await Promise.all([
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
    place,
    disabledHosts,
    dismissedPages,
    seen: seen.length,
    tools: catalog.tools,
    layers: catalog.layers,
    feeds,
    blocked: await blockedAmong(feeds),
    shortcut: commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '',
    ...(bytes !== undefined && { bytes }),
  };
}

async function blockedAmong(feeds: readonly Subscription[]): Promise<string[]> {
  const may = await Promise.all(feeds.map(({ url }) => canFetch(url)));
  return feeds.flatMap(({ url }, at) => (may[at] ? [] : [url]));
}

/** Keeps a preference and offers to take the change back. */
export async function change<T>(setting: Setting<T>, value: T, text: string): Promise<void> {
  const before = await readSetting(setting);
  await writeSetting(setting, value);
  await load();
  notice.value = { text, undo: () => change(setting, before, 'Taken back.') };
}

/** Switches marks off on the site that an address or a host's name stands for; says so where it stands for none. */
export async function switchOff(typed: string): Promise<boolean> {
  const text = typed.trim();
  const url = text.includes('://') ? text : `https://${text}`;
  if (!readAddress(url) || !new URL(url).hostname.includes('.')) {
    notice.value = { text: `“${text}” is no address of a site.` };
    return false;
  }
  const host = new URL(url).hostname;
  const hosts = await readSetting(settings.disabledHosts);
  await change(settings.disabledHosts, [...new Set([...hosts, host])].sort(), `Marks are off on ${host}.`);
  return true;
}

/** Forgets the tools seen last and the rivals chosen. */
export async function forget(): Promise<void> {
  const [seen, rivals] = await Promise.all([
    readSetting(settings.recentTools),
    readSetting(settings.lastRivals),
  ]);
  await writeSetting(settings.lastRivals, {});
  await change(settings.recentTools, [], 'Forgotten: tools seen last and rivals chosen.');
  notice.value = {
    text: notice.value!.text,
    undo: async () => {
      await writeSetting(settings.lastRivals, rivals);
      await change(settings.recentTools, seen, 'Taken back.');
    },
  };
}
