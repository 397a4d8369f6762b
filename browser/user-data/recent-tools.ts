import { settings, readSetting, writeSetting } from './settings.ts';

const maxRecent = 8;

/** Puts a tool first among those seen last; nothing is kept from private windows. */
export async function rememberTool(tool: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  const seen = await readSetting(settings.recentTools);
  await writeSetting(settings.recentTools, [tool, ...seen.filter((id) => id !== tool)].slice(0, maxRecent));
}

/** Remembers the rival chosen for a job; nothing is kept from private windows. */
export async function rememberRival(job: string, rival: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await writeSetting(settings.lastRivals, { ...(await readSetting(settings.lastRivals)), [job]: rival });
}
