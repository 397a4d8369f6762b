import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Fills a new folder and puts it in the place of `out` once it is whole: who looks there sees the old one, the new one or none. */
export async function wholeFolder<T>(out: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const target = resolve(out);
  const [next, before] = [`${target}.next`, `${target}.before`];
  // What a killed run has left.
  for (const folder of [next, before]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  try {
    const result = await fill(next);
    if (existsSync(target)) renameSync(target, before);
    renameSync(next, target);
    rmSync(before, { recursive: true, force: true });
    return result;
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
}
