import { isolatedWorld } from '../browser/isolated-world.ts';
import type { moveToCorner } from './corner.ts';
import type { isDistorted } from './distortion.ts';
import type { follow } from './follow.ts';

/** What only a page with a badge needs, and only once it is idle; it comes with the page observer, after `badge.js`. */
export type LateParts = {
  follow: typeof follow;
  moveToCorner: typeof moveToCorner;
  isDistorted: typeof isDistorted;
};

type LateWorld = typeof isolatedWorld & {
  lateParts?: LateParts;
  /** Whoever keeps a badge on the page waits for the late parts. */
  onLateParts?: (() => void) | undefined;
};

/** What the scripts of one page share about the late parts. */
export const lateWorld: LateWorld = isolatedWorld;
