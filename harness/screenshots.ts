import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Target } from './target.ts';

type Shows = { screenshot(): Promise<Uint8Array> };

/** Saves what is seen as `.output/shots/<target>/<name>.png` where the variable `SHOTS` is set, since pictures cost a run a minute. */
export async function saveShot(seen: Shows, target: Target, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const directory = fileURLToPath(new URL(`../.output/shots/${target}/`, import.meta.url));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}${name}.png`, await seen.screenshot());
}
