import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import type { Site } from '../../sites/site.ts';
import { hostMatcher, originOf, originsOf, patternHost } from './match-patterns.ts';
import { bundledProductHosts, readProductHosts } from './product-sites.ts';

/** A host that can show badges, the match patterns that takes, and whether they are granted; `isNew` if it came with a newer catalog. */
export type HostPermission = {
  name: string;
  host: string;
  origins: string[];
  isGranted: boolean;
  isNew: boolean;
};

/** All that can be granted: the sites required at installation, the optional ones, and the products' own. */
export type HostPermissions = {
  required: HostPermission[];
  optional: HostPermission[];
  products: HostPermission[];
};

/** Reads which hosts are granted now, with one question to the browser whatever the catalog's size. */
export async function readHostPermissions(): Promise<HostPermissions> {
  const [{ origins: granted = [] }, productHosts, bundledHosts] = await Promise.all([
    browser.permissions.getAll(),
    readProductHosts(),
    bundledProductHosts(),
  ]);
  const isGranted = hostMatcher(granted);
  const bundled = new Set(bundledHosts);
  const permission = (name: string, host: string, origins: string[], isNew = false): HostPermission => ({
    ...{ name, host, origins, isNew },
    isGranted: origins.every((origin) => isGranted(patternHost(origin)!)),
  });
  const sitesWith = (access: Site['access']) =>
    sites
      .filter((site) => site.access === access)
      .map(({ name, host }) => permission(name, host, [originOf(host)]));
  return {
    required: sitesWith('required'),
    optional: sitesWith('optional'),
    products: productHosts.map((host) => permission(host, host, originsOf(host), !bundled.has(host))),
  };
}

// More hosts than a browser's prompt can list or a person would read.
const maxRequested = 500;

/** Those of the permissions that are not granted; no more than can be requested at once. */
export function missingPermissions(permissions: readonly HostPermission[]): HostPermission[] {
  return permissions.filter(({ isGranted }) => !isGranted).slice(0, maxRequested);
}

/** Requests what is missing of these. To be called in the same turn as a click; what a grant changes is done in `permission-events.ts`. */
export function requestPermissions(permissions: readonly HostPermission[]): Promise<boolean> {
  return browser.permissions.request({
    origins: missingPermissions(permissions).flatMap(({ origins }) => origins),
  });
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
