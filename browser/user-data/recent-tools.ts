import { settings, readSetting, writeSetting } from './settings.ts';

const maxRecent = 8;

/** Puts a tool first among the recent ones; nothing is stored from private windows. */
export async function rememberTool(tool: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  const recent = await readSetting(settings.recentTools);
  await writeSetting(settings.recentTools, [tool, ...recent.filter((id) => id !== tool)].slice(0, maxRecent));
}

/** Remembers the rival chosen for a job; nothing is stored from private windows. */
export async function rememberRival(job: string, rival: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await writeSetting(settings.lastRivals, { ...(await readSetting(settings.lastRivals)), [job]: rival });
}
