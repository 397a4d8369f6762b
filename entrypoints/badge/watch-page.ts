import { ownWorld, type Standing } from '../../browser/own-world.ts';

/** Has what the page states followed by the script for that, when it is here or comes; gives back how to end it. */
export function watchPage(standing: Standing): () => void {
  ownWorld.standing = standing;
  ownWorld.watch?.(standing);
  return () => {
    ownWorld.standing = undefined;
    standing.end?.();
  };
}
