const mostTries = 10;
const withinMs = 10_000;

/** Allows ten acts in ten seconds, so that two scripts that insist on one place never fight; then rests, then tries again. */
export function makeBrake(again: () => void) {
  let acts: number[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;

  return {
    mayAct(): boolean {
      if (resting !== undefined) return false;
      const now = performance.now();
      acts = [...acts.filter((at) => now - at < withinMs), now];
      if (acts.length <= mostTries) return true;
      resting = setTimeout(() => {
        resting = undefined;
        acts = [];
        again();
      }, withinMs);
      return false;
    },
    release() {
      clearTimeout(resting);
    },
  };
}
