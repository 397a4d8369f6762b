import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { readFile } from '../read-file.ts';

const stateShape = z.strictObject({
  /** For each source the ids asked in earlier runs, longest ago first. */
  asked: z.record(z.string(), z.array(z.string())),
  /** The tools written in earlier runs, longest ago first. */
  written: z.array(z.string()),
});

export type QueueState = z.infer<typeof stateShape>;

/** What earlier runs left at this path; empty where there is nothing, or what is there cannot be read: it only costs order. */
export function readState(path: string): QueueState {
  const nothing = { asked: {}, written: [] };
  if (!existsSync(path)) return nothing;
  try {
    return stateShape.parse(JSON.parse(readFile(path).toString()));
  } catch {
    return nothing;
  }
}

/** What has never been asked first, then what was asked longest ago; so that what fails again blocks nothing. */
export function inQueue(wanted: readonly string[], asked: readonly string[] = []): string[] {
  const places = new Map(asked.map((id, at) => [id, at]));
  const place = (id: string) => places.get(id) ?? -1;
  return [...new Set(wanted)].sort((a, b) => place(a) - place(b));
}

/** The queue after a run: what was asked now goes to the back, what nobody wants any more leaves. */
export function behind(
  asked: readonly string[] = [],
  now: readonly string[],
  wanted: readonly string[],
): string[] {
  const [just, all] = [new Set(now), new Set(wanted)];
  return [...asked.filter((id) => !just.has(id) && all.has(id)), ...just];
}
