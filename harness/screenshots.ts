import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Target } from './target.ts';

type Shows = { screenshot(): Promise<Uint8Array> };

/** Saves what is seen as `.output/shots/<target>/<name>.png`, and says where. */
export async function saveShot(seen: Shows, target: Target, name: string): Promise<string> {
  const directory = fileURLToPath(new URL(`../.output/shots/${target}/`, import.meta.url));
  mkdirSync(directory, { recursive: true });
  const path = `${directory}${name}.png`;
  writeFileSync(path, await seen.screenshot());
  return path;
}
