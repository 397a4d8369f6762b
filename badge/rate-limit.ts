const maxAcquired = 10;
const windowMs = 10_000;

/** Allows ten acts in ten seconds, so that two scripts that insist on one place never fight; then rests, then tries again. */
export function createRateLimiter(again: () => void) {
  let acts: number[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;

  return {
    tryAcquire(): boolean {
      if (resting !== undefined) return false;
      const now = performance.now();
      acts = [...acts.filter((at) => now - at < windowMs), now];
      if (acts.length <= maxAcquired) return true;
      resting = setTimeout(() => {
        resting = undefined;
        acts = [];
        again();
      }, windowMs);
      return false;
    },
    release() {
      clearTimeout(resting);
    },
  };
}
