import browser from 'webextension-polyfill';
import { sites } from '../../sites/index.ts';
import { patternHost, hostMatcher, originOf, originsOf } from './match-patterns.ts';
import { bundledProductHosts, readProductHosts } from './product-sites.ts';

/** One host that marks can show on, the match patterns that takes, and whether they are granted; `isNew` if newer data brought it. */
export type HostPermission = {
  name: string;
  host: string;
  origins: string[];
  isGranted: boolean;
  isNew: boolean;
};

/** Every right that there is to ask for: the sites of the installation, those on request, the makers' own. */
export type HostPermissions = {
  required: HostPermission[];
  optional: HostPermission[];
  products: HostPermission[];
};

/** Reads which hosts are granted now; the browser is asked once, whatever the catalog's size. */
export async function readHostPermissions(): Promise<HostPermissions> {
  const [{ origins = [] }, hosts, packaged] = await Promise.all([
    browser.permissions.getAll(),
    readProductHosts(),
    bundledProductHosts(),
  ]);
  const isIn = hostMatcher(origins);
  const known = new Set(packaged);
  const permission = (name: string, host: string, wanted: string[], isNew = false): HostPermission => ({
    ...{ name, host, origins: wanted, isNew },
    isGranted: wanted.every((origin) => isIn(patternHost(origin)!)),
  });
  const of = (access: string) =>
    sites
      .filter((site) => site.access === access)
      .map(({ name, host }) => permission(name, host, [originOf(host)]));
  return {
    required: of('required'),
    optional: of('optional'),
    products: hosts.map((host) => permission(host, host, originsOf(host), !known.has(host))),
  };
}

// More hosts than a browser's question can name, or a person read.
const maxRequested = 500;

/** The rights of these that are not granted, no more than can be asked for at once. */
export function missingPermissions(rights: readonly HostPermission[]): HostPermission[] {
  return rights.filter(({ isGranted }) => !isGranted).slice(0, maxRequested);
}

/** Asks for exactly what is missing of these; to be called in the same turn as a press. What follows from a yes is done where the right is noticed. */
export function requestPermissions(rights: readonly HostPermission[]): Promise<boolean> {
  return browser.permissions.request({
    origins: missingPermissions(rights).flatMap(({ origins }) => origins),
  });
}

/** Gives rights back; false where some stay, as they do under a wider right that the browser's own settings gave. */
export async function removePermissions(rights: readonly HostPermission[]): Promise<boolean> {
  const wanted = rights.flatMap(({ origins }) => origins);
  await browser.permissions.remove({ origins: wanted });
  const { origins = [] } = await browser.permissions.getAll();
  const isIn = hostMatcher(origins);
  return !wanted.some((origin) => isIn(patternHost(origin)!));
}

/** Calls back whenever rights were granted or taken back, here or in the browser's own settings. */
export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
