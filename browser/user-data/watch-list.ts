import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { settings, readSetting, writeSetting } from './settings.ts';

type Watchable = { id: string; formerIds?: string[] | undefined };

/** Ids of the watched tools, undefined until they are read; kept up to date while something on this page uses them. */
export const watchList = signal<readonly string[] | undefined>(undefined, {
  watched() {
    browser.storage.local.onChanged.addListener(read);
    read();
  },
  unwatched: () => browser.storage.local.onChanged.removeListener(read),
});

/** Whether a tool is watched, under its id or a former one. */
export function isWatched(tool: Watchable): boolean {
  return idsOf(tool).some((id) => watchList.value?.includes(id));
}

/** Adds a tool to the watch list or removes it; nothing is stored from private windows. */
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
