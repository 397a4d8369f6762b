import browser from 'webextension-polyfill';
import { pagesHost, sites } from '../../sites/index.ts';
import type { Site, SiteGroup } from '../../sites/site.ts';
import { acceptedAmong, hostMatcher, originOf, originsOf, patternHost } from './match-patterns.ts';
import type { ProductHost } from './product-hosts.ts';
import { bundledProductHosts, readProductHosts } from './product-sites.ts';

/**
 * A host that can show badges, the match patterns that takes, and whether they are granted; `isNew` if it came with a newer
 * catalog, `from` the label of a feed if only feeds name it.
 */
export type HostPermission = {
  name: string;
  host: string;
  origins: string[];
  isGranted: boolean;
  isNew: boolean;
  from?: string;
};

/** The permission for one of our sites, with the group in which Settings lists it. */
export type SitePermission = HostPermission & { group: SiteGroup };

/**
 * All that can be granted: the sites required at installation, the optional ones, the products' own, and those that only feeds
 * name as products' own. A feed may name a bank, so the last are never requested together with others.
 */
export type HostPermissions = {
  required: SitePermission[];
  optional: SitePermission[];
  products: HostPermission[];
  ofFeeds: HostPermission[];
};

/** Reads which hosts are granted now, with one question to the browser whatever the catalog's size. */
export async function readHostPermissions(): Promise<HostPermissions> {
  const [{ origins: granted = [] }, productHosts, bundledHosts] = await Promise.all([
    browser.permissions.getAll(),
    readProductHosts(),
    bundledProductHosts(),
  ]);
  const isGranted = hostMatcher(granted);
  const bundled = new Set(bundledHosts.map(({ host }) => host));
  const permission = (name: string, host: string, origins: string[], isNew = false): HostPermission => ({
    ...{ name, host, origins, isNew },
    isGranted: origins.every((origin) => isGranted(patternHost(origin)!)),
  });
  const sitesWith = (access: Site['access']) =>
    sites
      .filter((site) => site.access === access)
      .map(({ name, group, ...site }) => ({
        ...permission(name, site.host, [originOf(pagesHost(site))]),
        group,
      }));
  const product = ({ host, from }: ProductHost): HostPermission => {
    const isNew = !bundled.has(host);
    return { ...permission(host, host, originsOf(host), isNew), ...(isNew && from && { from }) };
  };
  const products = productHosts.map(product);
  return {
    required: sitesWith('required'),
    optional: sitesWith('optional'),
    products: products.filter(({ from }) => from === undefined),
    ofFeeds: products.filter(({ from }) => from !== undefined),
  };
}

// More hosts than a browser's prompt can list or a person would read.
const maxRequested = 500;

/** Those of the permissions that are not granted; no more than can be requested at once. */
export function missingPermissions(permissions: readonly HostPermission[]): HostPermission[] {
  return permissions.filter(({ isGranted }) => !isGranted).slice(0, maxRequested);
}

/**
 * Requests what is missing of these. To be called in the same turn as a click; what a grant changes is done in
 * `permission-events.ts`. Where the browser rejects the request for the sake of some hosts, the others are requested without them.
 */
export async function requestPermissions(permissions: readonly HostPermission[]): Promise<boolean> {
  const origins = missingPermissions(permissions).flatMap((each) => each.origins);
  try {
    return await browser.permissions.request({ origins });
  } catch (error) {
    const accepted = await acceptedAmong(origins, (some) => browser.permissions.contains({ origins: some }));
    if (accepted.length === 0 || accepted.length === origins.length) throw error;
    return browser.permissions.request({ origins: accepted });
  }
}

/** Removes permissions; false if a wider one, granted in the browser's own settings, still covers any of them. */
export async function removePermissions(permissions: readonly HostPermission[]): Promise<boolean> {
  const removed = permissions.flatMap(({ origins }) => origins);
  await browser.permissions.remove({ origins: removed });
  const { origins: granted = [] } = await browser.permissions.getAll();
  const isGranted = hostMatcher(granted);
  return !removed.some((origin) => isGranted(patternHost(origin)!));
}

/** Calls back whenever permissions are granted or revoked, here or in the browser's own settings. */
export function onPermissionsChanged(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}
