import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { settings, readSetting, writeSetting } from './settings.ts';

type Watchable = { id: string; formerIds?: string[] | undefined };

/** Ids of the watched tools, missing until they are read; while a page shows them they follow what any page of ours keeps. */
export const watchList = signal<readonly string[] | undefined>(undefined, {
  watched() {
    browser.storage.local.onChanged.addListener(read);
    read();
  },
  unwatched: () => browser.storage.local.onChanged.removeListener(read),
});

/** Whether a tool is watched, under this id or one it had. */
export function isWatched(tool: Watchable): boolean {
  return idsOf(tool).some((id) => watchList.value?.includes(id));
}

/** Puts a tool on the watch list or takes it off; nothing is kept from private windows. */
export async function watch(tool: Watchable, isOn: boolean, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  const others = (await readSetting(settings.watched)).filter((id) => !idsOf(tool).includes(id));
  await writeSetting(settings.watched, isOn ? [...others, tool.id] : others);
}

function read(): void {
  void readSetting(settings.watched).then((ids) => (watchList.value = ids));
}

function idsOf({ id, formerIds = [] }: Watchable): string[] {
  return [id, ...formerIds];
}
