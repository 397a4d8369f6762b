import { isolatedWorld, type ActiveBadge } from '../browser/isolated-world.ts';

/** Has what the page states followed by the script for that, when it is here or comes; gives back how to end it. */
export function observePage(standing: ActiveBadge): () => void {
  isolatedWorld.activeBadge = standing;
  isolatedWorld.observe?.(standing);
  return () => {
    isolatedWorld.activeBadge = undefined;
    standing.end?.();
  };
}
