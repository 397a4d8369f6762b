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

/** Requests the missing permissions before anything else, since browsers grant them only in the same turn as the press. */
export function requestAccess(hosts: readonly HostPermission[]): void {
  void requestPermissions(hosts).then(
    async (granted) => {
      await refresh();
      notice.value = {
        text: granted ? `Badges are on for ${inWords(hosts)}.` : 'Not allowed. Nothing changed.',
      };
    },
    (error: Error) =>
      void (notice.value = { text: `Your browser couldn’t ask for permission: ${error.message}` }),
  );
}

/** Removes permissions and offers to request them again. */
export async function removeAccess(hosts: readonly HostPermission[]): Promise<void> {
  const done = await removePermissions(hosts);
  await refresh();
  const again = hosts.map((host) => ({ ...host, isGranted: false }));
  notice.value = done
    ? {
        text: `Badges are off on ${inWords(hosts)}.`,
        undo: () => Promise.resolve(requestAccess(again)),
      }
    : { text: `Your browser still allows ${inWords(hosts)}. Remove it in the browser’s settings.` };
}

function inWords(hosts: readonly HostPermission[]): string {
  return hosts.length === 1 ? hosts[0]!.host : `${hosts.length.toLocaleString('en')} sites`;
}
