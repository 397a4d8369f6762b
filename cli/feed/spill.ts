import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// So much is held before it goes to disk, however many parts there are.
const mostHeld = 4_000_000;

/** Lines sorted into numbered parts on disk, so that a catalog of any size is read part by part. */
export type Spill = {
  add(part: number, line: string): void;
  /** The lines of one part in the order in which they came. */
  lines(part: number): string[];
};

/** An empty spill in a folder that is there; `name` keeps it apart from others. */
export function spill(folder: string, name: string): Spill {
  let held = new Map<number, string[]>();
  let letters = 0;
  const fileOf = (part: number) => join(folder, `${name}-${part}`);
  const flush = () => {
    for (const [part, lines] of held) appendFileSync(fileOf(part), `${lines.join('\n')}\n`);
    held = new Map();
    letters = 0;
  };
  return {
    add(part, line) {
      const lines = held.get(part);
      if (lines) lines.push(line);
      else held.set(part, [line]);
      letters += line.length;
      if (letters > mostHeld) flush();
    },
    lines(part) {
      flush();
      return existsSync(fileOf(part)) ? readFileSync(fileOf(part), 'utf8').split('\n').slice(0, -1) : [];
    },
  };
}
