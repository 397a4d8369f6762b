import { signal } from '@preact/signals';
import {
  requestPermissions,
  removePermissions,
  onPermissionsChanged,
  readHostPermissions,
  type HostPermission,
  type HostPermissions,
} from '../../browser/host-access/host-permissions.ts';
import { notice } from './preferences.ts';
import { offHosts } from './switched-off.ts';

/** Missing until they are read, null where they cannot be. */
export const permissions = signal<HostPermissions | null | undefined>(undefined);

async function refresh(): Promise<void> {
  permissions.value = await readHostPermissions().catch((error: unknown) => {
    console.error('Settings cannot read the permissions.', error);
    return null;
  });
}

/** Reads the permissions, and again whenever they change. */
export async function loadPermissions(): Promise<void> {
  onPermissionsChanged(() => void refresh());
  await refresh();
}

/** The place of what was done with many sites at once. */
export const manySites = 'sites';

/** The place of what was done with one site: its own row. */
export function placeOf(host: string): string {
  return `site ${host}`;
}

/**
 * Requests the missing permissions before anything else, since browsers grant them only in the same turn as the press; the answer
 * stands at the one site's row, or where it is said to stand.
 */
export function requestAccess(hosts: readonly HostPermission[], at = placeOf(hosts[0]!.host)): void {
  void requestPermissions(hosts).then(
    async (granted) => {
      await refresh();
      notice.value = { at, text: granted ? granting(hosts) : 'Not allowed. Nothing changed.' };
    },
    (error: Error) =>
      void (notice.value = { at, text: `Your browser couldn’t ask for permission: ${error.message}` }),
  );
}

// What a person switched off stays off, whatever else is granted.
function granting(hosts: readonly HostPermission[]): string {
  const off = hosts.filter((host) => offHosts(host).length > 0);
  const on = hosts.filter((host) => !off.includes(host));
  return [
    on.length > 0 && `Badges are on for ${inWords(on)}.`,
    off.length > 0 && `Allowed, but still switched off: ${inWords(off)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Removes permissions and offers to request them again, in the same place. */
export async function removeAccess(
  hosts: readonly HostPermission[],
  at = placeOf(hosts[0]!.host),
): Promise<void> {
  const done = await removePermissions(hosts);
  await refresh();
  const again = hosts.map((host) => ({ ...host, isGranted: false }));
  notice.value = done
    ? {
        at,
        text: `Badges are off on ${inWords(hosts)}.`,
        undo: () => Promise.resolve(requestAccess(again, at)),
      }
    : { at, text: `Your browser still allows ${inWords(hosts)}. Remove it in the browser’s settings.` };
}

function inWords(hosts: readonly HostPermission[]): string {
  return hosts.length === 1 ? hosts[0]!.host : `${hosts.length.toLocaleString('en')} sites`;
}
