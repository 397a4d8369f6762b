import type { Contender } from './extensions.ts';
import type { Running } from './running.ts';

/** Measures each contender in turn, so many times, so that a slow minute of the machine falls on all of them alike. */
export async function inTurn<C extends Contender, T>(
  running: Running<C>,
  times: number,
  measure: (extension: Running<C>[C], contender: C) => Promise<T>,
): Promise<Record<C, T[]>> {
  const contenders = Object.keys(running) as C[];
  const results = Object.fromEntries(contenders.map((each) => [each, [] as T[]])) as Record<C, T[]>;
  for (let time = 0; time < times; time += 1) {
    for (const contender of contenders) results[contender].push(await measure(running[contender], contender));
  }
  return results;
}
