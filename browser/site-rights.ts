import browser from 'webextension-polyfill';
import { sites } from '../sites/index.ts';
import { originOf } from './current-page.ts';
import { hostIn, letsIn } from './lets-in.ts';
import { originsOf, packagedHosts, readMakersHosts } from './makers-hosts.ts';

/** One host that marks can show on, the match patterns that takes, and whether they are granted; `isNew` if newer data brought it. */
export type HostRight = {
  name: string;
  host: string;
  origins: string[];
  isGranted: boolean;
  isNew: boolean;
};

/** Every right that there is to ask for: the sites of the installation, those on request, the makers' own. */
export type SiteRights = { installed: HostRight[]; onRequest: HostRight[]; makers: HostRight[] };

/** Reads which hosts are granted now; the browser is asked once, whatever the catalog's size. */
export async function readSiteRights(): Promise<SiteRights> {
  const [{ origins = [] }, hosts, packaged] = await Promise.all([
    browser.permissions.getAll(),
    readMakersHosts(),
    packagedHosts(),
  ]);
  const isIn = letsIn(origins);
  const known = new Set(packaged);
  const right = (name: string, host: string, wanted: string[], isNew = false): HostRight => ({
    ...{ name, host, origins: wanted, isNew },
    isGranted: wanted.every((origin) => isIn(hostIn(origin)!)),
  });
  const of = (access: string) =>
    sites
      .filter((site) => site.access === access)
      .map(({ name, host }) => right(name, host, [originOf(host)]));
  return {
    installed: of('at installation'),
    onRequest: of('on request'),
    makers: hosts.map((host) => right(host, host, originsOf(host), !known.has(host))),
  };
}

// More hosts than a browser's question can name, or a person read.
const mostAsked = 500;

/** The rights of these that are not granted, no more than can be asked for at once. */
export function missingRights(rights: readonly HostRight[]): HostRight[] {
  return rights.filter(({ isGranted }) => !isGranted).slice(0, mostAsked);
}

/** Asks for exactly what is missing of these; to be called in the same turn as a press. What follows from a yes is done where the right is noticed. */
export function askFor(rights: readonly HostRight[]): Promise<boolean> {
  return browser.permissions.request({ origins: missingRights(rights).flatMap(({ origins }) => origins) });
}

/** Gives rights back; false where some stay, as they do under a wider right that the browser's own settings gave. */
export async function giveBack(rights: readonly HostRight[]): Promise<boolean> {
  const wanted = rights.flatMap(({ origins }) => origins);
  await browser.permissions.remove({ origins: wanted });
  const { origins = [] } = await browser.permissions.getAll();
  const isIn = letsIn(origins);
  return !wanted.some((origin) => isIn(hostIn(origin)!));
}

/** Calls back whenever rights were granted or taken back, here or in the browser's own settings. */
export function onRightsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
