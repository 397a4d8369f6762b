import browser from 'webextension-polyfill';
import { sites } from '../sites/index.ts';
import { originOf } from './current-page.ts';
import { readSubscriptions } from './feeds/subscriptions.ts';
import { hostIn, letsIn } from './lets-in.ts';
import { readMakersHosts } from './makers-hosts.ts';

const scriptId = 'granted-hosts';
const js = ['badge.js'];
const css = ['assets/shown.css'];

// Chromium takes 24 seconds to register 120,000 patterns, and each page pays for them; beyond this many the rights stand for them.
const mostMatches = 2_000;

const ownOrigins = () => browser.runtime.getManifest().host_permissions ?? [];

/** Registers the mark on exactly the hosts of tools' pages that the user granted beyond those of the manifest. */
export async function markHosts(): Promise<void> {
  const matches = await grantedBeyond();
  const ids = [scriptId];
  const isThere = (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
  if (matches.length === 0) return isThere ? browser.scripting.unregisterContentScripts({ ids }) : undefined;
  const script = { id: scriptId, matches, js, css, runAt: 'document_start' as const };
  // Changed in place: taken out and put in anew, it would miss a page that loads in between.
  if (isThere) return browser.scripting.updateContentScripts([script]);
  await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

/** Puts the mark into open tabs that have none yet, since they were there before the extension, or before these were granted. */
export async function markOpenTabs(granted: readonly string[] = ['<all_urls>']): Promise<void> {
  const isMeant = letsIn(granted);
  const origins = [...ownOrigins(), ...(await grantedBeyond())];
  const url = origins.filter((origin) => isMeant(hostIn(origin)!));
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      const target = { tabId: id! };
      await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js });
    }),
  );
}

/** After a right to many sites was taken back, and with it every mark, puts those back for which there still is one. */
export async function markOpenTabsAgain(taken: readonly string[] = []): Promise<void> {
  if (taken.some((origin) => hostIn(origin)?.startsWith('*'))) await markOpenTabs();
}

// A right may be wider than what marks need, in Firefox by one switch for all sites, or be there to fetch a feed from a host.
async function grantedBeyond(): Promise<string[]> {
  const own = ownOrigins();
  const { origins = [] } = await browser.permissions.getAll();
  const beyond = origins.filter((origin) => !own.includes(origin));
  if (beyond.length === 0) return [];
  const [makers, feeds] = await Promise.all([readMakersHosts(), readSubscriptions()]);
  const isGranted = letsIn(beyond);
  const onRequest = sites.filter(({ access }) => access === 'on request').map(({ host }) => host);
  const forFeeds = feeds.map(({ url }) => new URL(url).hostname);
  const marked = [...onRequest, ...makers].flatMap((host) => [host, `www.${host}`]).filter(isGranted);
  const hosts = marked.length > mostMatches ? beyond.flatMap((origin) => hostIn(origin) ?? []) : marked;
  return hosts.filter((host) => !forFeeds.includes(host)).map(originOf);
}
