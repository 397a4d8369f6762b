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

export const permissions = signal<HostPermissions | undefined>(undefined);

const refresh = async () => void (permissions.value = await readHostPermissions());

/** Reads the rights, and again whenever they change. */
export async function loadPermissions(): Promise<void> {
  onPermissionsChanged(() => void refresh());
  await refresh();
}

/** Asks for what is missing of these, first of all, since browsers grant it only in the same turn as the press. */
export function requestAccess(wanted: readonly HostPermission[]): void {
  void requestPermissions(wanted).then(
    async (granted) => {
      await refresh();
      notice.value = {
        text: granted ? `Marks show on ${inWords(wanted)} now.` : 'You said no; nothing has changed.',
      };
    },
    (error: Error) => void (notice.value = { text: `The browser did not ask: ${error.message}` }),
  );
}

/** Takes rights back and offers to ask for them again. */
export async function removeAccess(given: readonly HostPermission[]): Promise<void> {
  const done = await removePermissions(given);
  await refresh();
  const again = given.map((right) => ({ ...right, isGranted: false }));
  notice.value = done
    ? {
        text: `No marks show on ${inWords(given)} any more.`,
        undo: () => Promise.resolve(requestAccess(again)),
      }
    : { text: `The browser keeps the right to ${inWords(given)}; its own settings can take it back.` };
}

function inWords(hosts: readonly HostPermission[]): string {
  return hosts.length === 1 ? hosts[0]!.host : `${hosts.length.toLocaleString('en')} sites`;
}
