import { signal } from '@preact/signals';
import {
  askFor,
  onRightsChanged,
  readSiteRights,
  type HostRight,
  type SiteRights,
} from '../../browser/site-rights.ts';

export const rights = signal<SiteRights | undefined>(undefined);
/** A sentence about what was just asked. */
export const notice = signal('');

const refresh = async () => void (rights.value = await readSiteRights());

/** Reads the rights, and again whenever they change. */
export async function load(): Promise<void> {
  onRightsChanged(() => void refresh());
  await refresh();
}

/** Asks for what is missing of these, first of all, since browsers grant it only in the same turn as the press. */
export function ask(wanted: readonly HostRight[]): void {
  void askFor(wanted).then(
    async (granted) => {
      await refresh();
      notice.value = granted ? 'Thank you. Marks show there now.' : 'You said no; nothing has changed.';
    },
    (error: Error) => void (notice.value = `The browser did not ask: ${error.message}`),
  );
}
