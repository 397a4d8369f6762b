import { settings } from './settings.ts';
import { readSetting, writeSetting } from './stored-settings.ts';

const most = 8;

/** Puts a tool first among those seen last; nothing is kept from private windows. */
export async function rememberSeen(tool: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  const seen = await readSetting(settings.seenLast);
  await writeSetting(settings.seenLast, [tool, ...seen.filter((id) => id !== tool)].slice(0, most));
}

/** Remembers the rival chosen for a job; nothing is kept from private windows. */
export async function rememberRival(job: string, rival: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await writeSetting(settings.lastRivals, { ...(await readSetting(settings.lastRivals)), [job]: rival });
}
