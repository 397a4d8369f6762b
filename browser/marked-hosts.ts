import browser from 'webextension-polyfill';
import { originOf } from './current-page.ts';
import { readSubscriptions } from './feeds/subscriptions.ts';

const scriptId = 'granted-hosts';
const js = ['badge.js'];
const css = ['assets/shown.css'];

/** Registers the mark on exactly the hosts the user granted beyond those of the manifest. */
export async function markHosts(): Promise<void> {
  const own = browser.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await browser.permissions.getAll();
  // A host that was granted to fetch a feed from is no page of a tool.
  const feeds = (await readSubscriptions()).map(({ url }) => originOf(new URL(url).hostname));
  const granted = origins.filter(
    (origin) => ![...own, ...feeds].includes(origin) && origin.startsWith('https://'),
  );
  await browser.scripting.unregisterContentScripts({ ids: [scriptId] }).catch(() => {});
  if (granted.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: scriptId, matches: granted, js, css, runAt: 'document_start', persistAcrossSessions: true },
  ]);
}

/** Puts the mark into tabs that were open before the extension, or before a host was granted. */
export async function markOpenTabs(
  origins = browser.runtime.getManifest().host_permissions ?? [],
): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      const target = { tabId: id! };
      await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js });
    }),
  );
}

/** After a right to all sites was taken back, and with it every mark, puts those back for which there still is one. */
export async function markOpenTabsAgain(taken: readonly string[] = []): Promise<void> {
  if (!taken.some((origin) => origin.includes('//*'))) return;
  const { origins } = await browser.permissions.getAll();
  if (origins?.length) await markOpenTabs(origins);
}
