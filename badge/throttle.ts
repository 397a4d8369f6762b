const unthrottledRuns = 100;
const minIntervalMs = 250;

/** Runs at once as often as a page needs while it is built; from then on at most four times a second, the last call included. */
export function throttle(run: () => void) {
  let runs = 0;
  let last = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    waiting = undefined;
    runs += 1;
    last = performance.now();
    run();
  };
  return {
    run() {
      if (waiting !== undefined) return;
      const wait = runs < unthrottledRuns ? 0 : last + minIntervalMs - performance.now();
      if (wait <= 0) now();
      else waiting = setTimeout(now, wait);
    },
    end: () => clearTimeout(waiting),
  };
}
