import browser from 'webextension-polyfill';
import type { HostPermission } from '../../browser/host-access/host-permissions.ts';
import { originOf, patternHost } from '../../browser/host-access/match-patterns.ts';
import { settings } from '../../browser/user-data/settings.ts';
import { change, loaded } from './preferences.ts';

type Site = Pick<HostPermission, 'origins' | 'isGranted'>;

/** The hosts of a site on which a person switched badges off. */
export function offHosts({ origins }: Pick<Site, 'origins'>): string[] {
  const off = loaded.value?.disabledHosts ?? [];
  return origins.map((origin) => patternHost(origin)!).filter((host) => off.includes(host));
}

/** Whether badges show on all of a site: access is granted, and it is not switched off. */
export function isOn(site: Site): boolean {
  return site.isGranted && offHosts(site).length === 0;
}

/** Switches badges on again on these hosts, with undo; the notice is shown at this place. */
export async function turnOn(hosts: readonly string[], at: string): Promise<void> {
  const origins = hosts.map(originOf);
  const isGranted = await browser.permissions.contains({ origins }).catch(() => false);
  const names = hosts.join(' and ');
  await change(
    settings.disabledHosts,
    (before) => before.filter((host) => !hosts.includes(host)),
    isGranted
      ? `Badges are on for ${names}.`
      : `No longer switched off: ${names}. Badges appear there once you allow access.`,
    (after) => [...new Set([...after, ...hosts])].sort(),
    at,
  );
}
