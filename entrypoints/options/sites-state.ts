import { signal } from '@preact/signals';
import {
  askFor,
  giveBack,
  onRightsChanged,
  readSiteRights,
  type HostRight,
  type SiteRights,
} from '../../browser/site-rights.ts';
import { notice } from './state.ts';

export const rights = signal<SiteRights | undefined>(undefined);

const refresh = async () => void (rights.value = await readSiteRights());

/** Reads the rights, and again whenever they change. */
export async function loadRights(): Promise<void> {
  onRightsChanged(() => void refresh());
  await refresh();
}

/** Asks for what is missing of these, first of all, since browsers grant it only in the same turn as the press. */
export function ask(wanted: readonly HostRight[]): void {
  void askFor(wanted).then(
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
export async function takeBack(given: readonly HostRight[]): Promise<void> {
  const done = await giveBack(given);
  await refresh();
  const again = given.map((right) => ({ ...right, isGranted: false }));
  notice.value = done
    ? { text: `No marks show on ${inWords(given)} any more.`, undo: () => Promise.resolve(ask(again)) }
    : { text: `The browser keeps the right to ${inWords(given)}; its own settings can take it back.` };
}

function inWords(hosts: readonly HostRight[]): string {
  return hosts.length === 1 ? hosts[0]!.host : `${hosts.length.toLocaleString('en')} sites`;
}
