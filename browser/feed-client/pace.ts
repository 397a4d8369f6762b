const second = 1_000;
const maxWaitMs = 20 * second;
const minBytesPerMs = 50;

/**
 * How long a download may keep us waiting: 20 seconds, and 20 milliseconds more for each kilobyte that arrived, never more
 * than 20 seconds at once. So a drip ends after 20 seconds, however long its file may be.
 */
export type Pace = {
  /** Waits for the next part; calls `onSlow` with the seconds waited altogether once that took too long. */
  wait<T>(part: Promise<T>, onSlow: (seconds: number) => void): Promise<T>;
  /** So many bytes arrived. */
  received(bytes: number): void;
};

/** A pace for one download. Only waiting counts, since what we do with a part in between is not the server's fault. */
export function pace(): Pace {
  let [leftMs, waitedMs] = [maxWaitMs, 0];
  return {
    async wait(part, onSlow) {
      const started = performance.now();
      const timer = setTimeout(() => onSlow(Math.round((waitedMs + leftMs) / second)), leftMs);
      try {
        return await part;
      } finally {
        clearTimeout(timer);
        const ms = performance.now() - started;
        [leftMs, waitedMs] = [Math.max(0, leftMs - ms), waitedMs + ms];
      }
    },
    received: (bytes) => void (leftMs = Math.min(maxWaitMs, leftMs + bytes / minBytesPerMs)),
  };
}
