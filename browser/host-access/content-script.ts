import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import { readSubscriptions } from '../feed-client/subscriptions.ts';
import { acceptedAmong, hostMatcher, isHost, originOf, patternHost } from './match-patterns.ts';
import { readProductHosts } from './product-sites.ts';

const scriptId = 'granted-hosts';
// What the manifest has on the required hosts, and what is registered on granted hosts.
const requiredScript = 'badge.js';
const grantedScript = 'badge-on-granted-sites.js';

// Chromium took 24 seconds to register 120,000 patterns, and each page then loaded a tenth of a second later (seen 2026-11).
const maxMatches = 2_000;

const requiredOrigins = () => browser.runtime.getManifest().host_permissions ?? [];

/** Registers the badge on exactly those hosts of tools' pages that were granted in addition to the manifest's. */
export async function registerContentScript(): Promise<void> {
  const matches = await additionalOrigins();
  const ids = [scriptId];
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
  if (matches.length === 0)
    return isRegistered ? browser.scripting.unregisterContentScripts({ ids }) : undefined;
  try {
    await register(matches, isRegistered);
  } catch (error) {
    const accepted = await acceptedAmong(matches, (some) => browser.permissions.contains({ origins: some }));
    if (accepted.length === 0 || accepted.length === matches.length) throw error;
    await register(accepted, isRegistered);
  }
}

// Updated in place: between unregistering and registering, a page that loads would get no badge.
async function register(matches: string[], isRegistered: boolean): Promise<void> {
  const script = {
    ...{ id: scriptId, matches, js: [grantedScript], runAt: 'document_start' as const },
    // A wide permission covers them too.
    excludeMatches: requiredOrigins(),
  };
  if (isRegistered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
}

/** Injects the badge into open tabs: those of all allowed hosts, or only of the newly granted match patterns. */
export async function injectIntoOpenTabs(granted: readonly string[] = ['<all_urls>']): Promise<void> {
  const isGranted = hostMatcher(granted);
  const scriptOf = new Map<number, string>();
  const addTabs = (origins: string[], script: string) =>
    acceptedAmong(
      origins.filter((origin) => isGranted(patternHost(origin)!)),
      // A discarded tab gets the script once it loads.
      async (url) =>
        (await browser.tabs.query({ url, discarded: false })).forEach(({ id }) => scriptOf.set(id!, script)),
    );
  await addTabs(await additionalOrigins(), grantedScript);
  // Last, since a wide permission covers the required hosts too.
  await addTabs(requiredOrigins(), requiredScript);
  await Promise.allSettled(
    [...scriptOf].map(([tabId, script]) =>
      // At once, as on a new page: a page that never finishes loading would never get it.
      browser.scripting.executeScript({ target: { tabId }, files: [script], injectImmediately: true }),
    ),
  );
}

// A permission can cover more than tools' pages (Firefox has one switch for all sites), or be there to fetch a feed.
async function additionalOrigins(): Promise<string[]> {
  const required = requiredOrigins();
  const { origins = [] } = await browser.permissions.getAll();
  const additional = origins.filter((origin) => !required.includes(origin));
  if (additional.length === 0) return [];
  const [productHosts, feeds] = await Promise.all([readProductHosts(), readSubscriptions()]);
  const optionalHosts = sites.filter(({ access }) => access === 'optional').map(({ host }) => host);
  const feedHosts = feeds.map(({ url }) => new URL(url).hostname);
  const toolHosts = [...optionalHosts, ...productHosts.map(({ host }) => host)]
    .flatMap((host) => [host, `www.${host}`])
    .filter(isHost)
    .filter(hostMatcher(additional));
  const hosts =
    toolHosts.length > maxMatches ? additional.flatMap((origin) => patternHost(origin) ?? []) : toolHosts;
  return hosts.filter((host) => !feedHosts.includes(host)).map(originOf);
}
