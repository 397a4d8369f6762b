import { signal } from '@preact/signals';
import {
  requestPermissions,
  onPermissionsChanged,
  readHostPermissions,
  type HostPermission,
  type HostPermissions,
} from '../../browser/host-access/host-permissions.ts';

export const permissions = signal<HostPermissions | undefined>(undefined);
/** A sentence about what was just asked. */
export const notice = signal('');

const refresh = async () => void (permissions.value = await readHostPermissions());

/** Reads the rights, and again whenever they change. */
export async function load(): Promise<void> {
  onPermissionsChanged(() => void refresh());
  await refresh();
}

/** Asks for what is missing of these, first of all, since browsers grant it only in the same turn as the press. */
export function requestAccess(wanted: readonly HostPermission[]): void {
  void requestPermissions(wanted).then(
    async (granted) => {
      await refresh();
      notice.value = granted ? 'Thank you. Marks show there now.' : 'You said no; nothing has changed.';
    },
    (error: Error) => void (notice.value = `The browser did not ask: ${error.message}`),
  );
}
