import { changeSetting, settings } from './settings.ts';

const maxRecent = 8;

/** Puts a tool first among the recent ones; nothing is stored from private windows. */
export async function rememberTool(tool: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await changeSetting(settings.recentTools, (before) =>
    [tool, ...before.filter((id) => id !== tool)].slice(0, maxRecent),
  );
}

/** Remembers the rival chosen for a job; nothing is stored from private windows. */
export async function rememberRival(job: string, rival: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await changeSetting(settings.lastRivals, (before) => ({ ...before, [job]: rival }));
}
