import browser from 'webextension-polyfill';
import type { Setting } from './settings.ts';

/** The stored value of a preference, or its default. */
export async function readSetting<T>({ key, from }: Setting<T>): Promise<T> {
  const stored = await browser.storage.local.get(key);
  return from(stored[key]);
}

/** Keeps a preference on this device. */
export async function writeSetting<T>({ key }: Setting<T>, value: T): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}
