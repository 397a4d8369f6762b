import { signal } from '@preact/signals';
import { openCatalog } from '../../browser/catalog-db/open-catalog.ts';
import { orElse } from '../../browser/or-else.ts';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import {
  requestPermissions,
  onPermissionsChanged,
  readHostPermissions,
  type HostPermission,
  type HostPermissions,
} from '../../browser/host-access/host-permissions.ts';

/** A page of a tool whose badge can be tried here. */
const examplePage = 'pkg:github/ollama/ollama';

/** The badge record of that page, once it is read; without one there is nothing to try. */
export const example = signal<BadgeRecord | undefined>(undefined);
export const permissions = signal<HostPermissions | undefined>(undefined);
/** How the last request ended. */
export const notice = signal('');

const refresh = async () => void (permissions.value = await readHostPermissions());

/** Reads the badge to try, and the permissions, these again whenever they change. */
export async function load(): Promise<void> {
  onPermissionsChanged(() => void refresh());
  const badge = openCatalog().then((catalog) => catalog.badgeOfPage([examplePage]));
  await Promise.all([refresh(), orElse(badge, undefined).then((record) => (example.value = record))]);
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
