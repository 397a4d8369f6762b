import { signal } from '@preact/signals';
import {
  requestPermissions,
  onPermissionsChanged,
  readHostPermissions,
  type HostPermission,
  type HostPermissions,
} from '../../browser/host-access/host-permissions.ts';

export const permissions = signal<HostPermissions | undefined>(undefined);
/** How the last request ended. */
export const notice = signal('');

const refresh = async () => void (permissions.value = await readHostPermissions());

/** Reads the permissions, and again whenever they change. */
export async function load(): Promise<void> {
  onPermissionsChanged(() => void refresh());
  await refresh();
}

/** Requests the missing permissions before anything else, since browsers grant them only in the same turn as the press. */
export function requestAccess(hosts: readonly HostPermission[]): void {
  void requestPermissions(hosts).then(
    async (granted) => {
      await refresh();
      notice.value = granted ? 'Done. Badges are on.' : 'Not allowed. Nothing changed.';
    },
    (error: Error) => void (notice.value = `Your browser couldn’t ask for permission: ${error.message}`),
  );
}
