import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { patternHost, hostMatcher, originOf } from './match-patterns.ts';
import { readProductHosts } from './product-sites.ts';

const scriptId = 'granted-hosts';
const js = ['badge.js'];
const css = ['assets/badge-host.css'];

// Chromium takes 24 seconds to register 120,000 patterns, and each page pays for them; beyond this many the rights stand for them.
const maxMatches = 2_000;

const requiredOrigins = () => browser.runtime.getManifest().host_permissions ?? [];

/** Registers the mark on exactly the hosts of tools' pages that the user granted beyond those of the manifest. */
export async function registerContentScript(): Promise<void> {
  const matches = await additionalOrigins();
  const ids = [scriptId];
  const isThere = (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
  if (matches.length === 0) return isThere ? browser.scripting.unregisterContentScripts({ ids }) : undefined;
  const script = { id: scriptId, matches, js, css, runAt: 'document_start' as const };
  // Changed in place: taken out and put in anew, it would miss a page that loads in between.
  if (isThere) return browser.scripting.updateContentScripts([script]);
  await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

/** Puts the mark into open tabs that have none yet, since they were there before the extension, or before these were granted. */
export async function injectIntoOpenTabs(granted: readonly string[] = ['<all_urls>']): Promise<void> {
  const isMeant = hostMatcher(granted);
  const origins = [...requiredOrigins(), ...(await additionalOrigins())];
  const url = origins.filter((origin) => isMeant(patternHost(origin)!));
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
export async function reinjectIntoOpenTabs(taken: readonly string[] = []): Promise<void> {
  if (taken.some((origin) => patternHost(origin)?.startsWith('*'))) await injectIntoOpenTabs();
}

// A right may be wider than what marks need, in Firefox by one switch for all sites, or be there to fetch a feed from a host.
async function additionalOrigins(): Promise<string[]> {
  const own = requiredOrigins();
  const { origins = [] } = await browser.permissions.getAll();
  const beyond = origins.filter((origin) => !own.includes(origin));
  if (beyond.length === 0) return [];
  const [makers, feeds] = await Promise.all([readProductHosts(), readSubscriptions()]);
  const isGranted = hostMatcher(beyond);
  const onRequest = sites.filter(({ access }) => access === 'optional').map(({ host }) => host);
  const forFeeds = feeds.map(({ url }) => new URL(url).hostname);
  const marked = [...onRequest, ...makers].flatMap((host) => [host, `www.${host}`]).filter(isGranted);
  const hosts = marked.length > maxMatches ? beyond.flatMap((origin) => patternHost(origin) ?? []) : marked;
  return hosts.filter((host) => !forFeeds.includes(host)).map(originOf);
}
