import { changeSetting, settings } from './settings.ts';

const maxRecent = 8;
const maxRivals = 200;

/** Puts a tool first among the recent ones; nothing is stored from private windows. */
export async function rememberTool(tool: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await changeSetting(settings.recentTools, (before) =>
    [tool, ...before.filter((id) => id !== tool)].slice(0, maxRecent),
  );
}

/** Remembers the rival chosen for a tool, of the last so many tools; nothing is stored from private windows. */
export async function rememberRival(tool: string, rival: string, isPrivate: boolean): Promise<void> {
  if (isPrivate) return;
  await changeSetting(settings.lastRivals, (before) => {
    const others = Object.entries(before).filter(([id]) => id !== tool);
    return Object.fromEntries([...others, [tool, rival] as const].slice(-maxRivals));
  });
}
