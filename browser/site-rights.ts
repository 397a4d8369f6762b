import browser from 'webextension-polyfill';
import { sites } from '../sites/index.ts';
import { originOf } from './current-page.ts';
import { originsOf, readMakersHosts } from './makers-hosts.ts';

/** One host that marks can show on, the match patterns that takes, and whether they are granted. */
export type HostRight = { name: string; host: string; origins: string[]; isGranted: boolean };

/** Every right that there is to ask for: the sites of the installation, those on request, the makers' own. */
export type SiteRights = { installed: HostRight[]; onRequest: HostRight[]; makers: HostRight[] };

/** Reads which hosts are granted now; the browser is asked once, whatever the catalog's size. */
export async function readSiteRights(): Promise<SiteRights> {
  const [{ origins = [] }, hosts] = await Promise.all([browser.permissions.getAll(), readMakersHosts()]);
  const granted = new Set(origins);
  const isEverywhere = ['https://*/*', '*://*/*', '<all_urls>'].some((all) => granted.has(all));
  const right = (name: string, host: string, wanted: string[]): HostRight => ({
    name,
    host,
    origins: wanted,
    isGranted: isEverywhere || wanted.every((origin) => granted.has(origin)),
  });
  const of = (access: string) =>
    sites
      .filter((site) => site.access === access)
      .map(({ name, host }) => right(name, host, [originOf(host)]));
  return {
    installed: of('at installation'),
    onRequest: of('on request'),
    makers: hosts.map((host) => right(host, host, originsOf(host))),
  };
}

/** The match patterns of the rights that are not granted. */
export function missingOrigins(rights: readonly HostRight[]): string[] {
  return rights.filter(({ isGranted }) => !isGranted).flatMap(({ origins }) => origins);
}

/** Asks for exactly these; to be called in the same turn as a press. What follows from a yes is done where the right is noticed. */
export function askFor(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Gives rights back; false where the browser keeps them, as it may those of the installation. */
export async function giveBack(rights: readonly HostRight[]): Promise<boolean> {
  return browser.permissions.remove({ origins: rights.flatMap(({ origins }) => origins) });
}

/** Calls back whenever rights were granted or taken back, here or in the browser's own settings. */
export function onRightsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
