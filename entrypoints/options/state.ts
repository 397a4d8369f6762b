import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { openCatalog } from '../../browser/catalog-store.ts';
import { mayAsk } from '../../browser/feeds/may-ask.ts';
import { readSubscriptions, type Subscription } from '../../browser/feeds/subscriptions.ts';
import { storedBytes } from '../../browser/stored-bytes.ts';
import type { Layer } from '../../browser/stored-catalog.ts';
import { settings, type Place, type Setting } from '../../browser/settings.ts';
import { readSetting, writeSetting } from '../../browser/stored-settings.ts';
import { readAddress } from '../../sites/address.ts';

export type Loaded = {
  place: Place;
  offHosts: string[];
  wrongPages: string[];
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
  const [place, offHosts, wrongPages, seen, catalog, commands, feeds, bytes] = await Promise.all([
    readSetting(settings.place),
    readSetting(settings.offHosts),
    readSetting(settings.wrongPages),
    readSetting(settings.seenLast),
    openCatalog(),
    browser.commands.getAll(),
    readSubscriptions(),
    storedBytes(),
  ]);
  loaded.value = {
    place,
    offHosts,
    wrongPages,
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
  const may = await Promise.all(feeds.map(({ url }) => mayAsk(url)));
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
  const hosts = await readSetting(settings.offHosts);
  await change(settings.offHosts, [...new Set([...hosts, host])].sort(), `Marks are off on ${host}.`);
  return true;
}

/** Forgets the tools seen last and the rivals chosen. */
export async function forget(): Promise<void> {
  const [seen, rivals] = await Promise.all([
    readSetting(settings.seenLast),
    readSetting(settings.lastRivals),
  ]);
  await writeSetting(settings.lastRivals, {});
  await change(settings.seenLast, [], 'Forgotten: tools seen last and rivals chosen.');
  notice.value = {
    text: notice.value!.text,
    undo: async () => {
      await writeSetting(settings.lastRivals, rivals);
      await change(settings.seenLast, seen, 'Taken back.');
    },
  };
}
