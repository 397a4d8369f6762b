import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Letters in memory, of all parts together, before they go to disk.
const maxBuffered = 4_000_000;

/** Lines sorted into numbered parts on disk, so that a catalog of any size is read part by part; `name` keeps its files in a folder apart from others'. */
export function spill(folder: string, name: string) {
  const buffered = new Map<number, string>();
  let letters = 0;
  const fileOf = (part: number) => join(folder, `${name}-${part}`);
  const flush = () => {
    for (const [part, text] of buffered) appendFileSync(fileOf(part), text);
    buffered.clear();
    letters = 0;
  };
  return {
    add(part: number, line: string) {
      buffered.set(part, `${buffered.get(part) ?? ''}${line}\n`);
      letters += line.length;
      if (letters > maxBuffered) flush();
    },
    /** The lines of one part in the order in which they came. */
    lines(part: number): string[] {
      flush();
      return existsSync(fileOf(part)) ? readFileSync(fileOf(part), 'utf8').split('\n').slice(0, -1) : [];
    },
  };
}
