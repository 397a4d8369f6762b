const unthrottledRuns = 100;
const minIntervalMs = 250;

/** Runs at once for the first hundred calls, as a page that is being built needs; then four times a second at most, the last call included. */
export function throttle(run: () => void) {
  let runs = 0;
  let lastRun = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const runNow = () => {
    timer = undefined;
    runs += 1;
    lastRun = performance.now();
    run();
  };
  return {
    run() {
      if (timer !== undefined) return;
      const delayMs = runs < unthrottledRuns ? 0 : lastRun + minIntervalMs - performance.now();
      if (delayMs <= 0) runNow();
      else timer = setTimeout(runNow, delayMs);
    },
    cancel: () => clearTimeout(timer),
  };
}

const maxAcquired = 10;
const windowMs = 10_000;

/** Ten permits in ten seconds, then a pause of ten seconds and `retry`: two scripts that insist on the same place must not fight. */
export function createRateLimiter(retry: () => void) {
  let acquired: number[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;

  return {
    tryAcquire(): boolean {
      if (pause !== undefined) return false;
      const now = performance.now();
      acquired = [...acquired.filter((at) => now - at < windowMs), now];
      if (acquired.length <= maxAcquired) return true;
      pause = setTimeout(() => {
        pause = undefined;
        acquired = [];
        retry();
      }, windowMs);
      return false;
    },
    cancel: () => clearTimeout(pause),
  };
}
