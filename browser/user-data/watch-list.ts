import { signal } from '@preact/signals';
import { showNewsOnIcon } from '../news-on-icon.ts';
import { changeSetting, readSetting, settings } from './settings.ts';
import { onItemChanged } from './user-db.ts';

type Watchable = { id: string; formerIds?: string[] | undefined };

let stop = () => {};

/** Ids of the watched tools, undefined until they are read; kept up to date while something on this page uses them. */
export const watchList = signal<readonly string[] | undefined>(undefined, {
  watched() {
    stop = onItemChanged((key) => key === settings.watched.key && read());
    read();
  },
  unwatched: () => stop(),
});

/** Whether a tool is watched, under its id or a former one. */
export function isWatched(tool: Watchable): boolean {
  return idsOf(tool).some((id) => watchList.value?.includes(id));
}

/** Adds a tool to the watch list or removes it; nothing is stored from private windows. */
export async function watch(tool: Watchable, isOn: boolean, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await changeSetting(settings.watched, (before) => {
    const others = before.filter((id) => !idsOf(tool).includes(id));
    return isOn ? [...others, tool.id] : others;
  });
  await showNewsOnIcon().catch((error: unknown) => console.warn('The icon cannot show what is new.', error));
}

function read(): void {
  void readSetting(settings.watched).then((ids) => (watchList.value = ids));
}

function idsOf({ id, formerIds = [] }: Watchable): string[] {
  return [id, ...formerIds];
}
