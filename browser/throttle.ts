/**
 * Runs work at once; asked again before it is done and `ms` milliseconds have passed, once more after that. Each call is
 * answered by a run that began after it.
 */
export function throttled(work: () => Promise<void>, ms: number): () => Promise<void> {
  let pause: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = () => {
    next = undefined;
    const run = work();
    pause = run
      .catch(() => undefined)
      .then(() => new Promise<void>((done) => setTimeout(done, ms)))
      .then(() => {
        pause = undefined;
      });
    return run;
  };
  return () => (pause ? (next ??= pause.then(start)) : start());
}
