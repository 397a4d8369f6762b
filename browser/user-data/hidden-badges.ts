import browser from 'webextension-polyfill';
import { isRevoked, revokedHosts } from '../host-access/revoked-hosts.ts';
import { hidesKey, type Setting } from './public-settings.ts';
import { texts } from './usable-values.ts';
import { readItem } from './user-db.ts';

/** Hosts on which badges are off. */
export const disabledHosts: Setting<string[]> = { key: 'disabledHosts', from: texts };

/** Page ids on which the badge was dismissed; of the ids an address stands for, the longest. */
export const dismissedPages: Setting<string[]> = { key: 'dismissedPages', from: texts };

/** Whether the badge is hidden on a page of a host: dismissed, turned off, or access was revoked while the page was open. */
export async function isHidden(host: string, page: string | undefined): Promise<boolean> {
  const [hosts, pages, revoked] = await Promise.all([
    readItem(disabledHosts.key),
    readItem(dismissedPages.key),
    isRevoked(host),
  ]);
  const isDismissed = page !== undefined && dismissedPages.from(pages).includes(page);
  return revoked || isDismissed || disabledHosts.from(hosts).includes(host);
}

/**
 * Makes the content scripts look again, to be called after each change of what is hidden; where nothing is, they need not even
 * ask. With `onlyIfWrong` only if what they read is not true, as after a page in their process wrote it.
 */
export async function publishHides({ onlyIfWrong = false } = {}): Promise<void> {
  try {
    await navigator.locks.request('hides', async () => {
      const isAny = await isAnyHidden();
      const { [hidesKey]: before } = await browser.storage.local.get(hidesKey);
      const isWrong = isAny ? before === 0 : before !== 0;
      if (isWrong || (isAny && !onlyIfWrong))
        await browser.storage.local.set({ [hidesKey]: isAny ? anotherThan(before) : 0 });
    });
  } catch (error) {
    console.warn('Open pages cannot be told what is hidden.', error);
  }
}

/** For the background: puts right what anything but us wrote into `storage.local`. */
export function watchHides(): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (hidesKey in changes) void publishHides({ onlyIfWrong: true });
  });
}

async function isAnyHidden(): Promise<boolean> {
  const [hosts, pages, revoked] = await Promise.all([
    readItem(disabledHosts.key),
    readItem(dismissedPages.key),
    revokedHosts(),
  ]);
  return [disabledHosts.from(hosts), dismissedPages.from(pages), revoked].some((list) => list.length > 0);
}

function anotherThan(before: unknown): number {
  const next = 1 + crypto.getRandomValues(new Uint32Array(1))[0]!;
  return next === before ? next + 1 : next;
}
