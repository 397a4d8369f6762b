/** The first frames in which title and badge were laid out, and how many milliseconds after the navigation began the badge was. */
export type TitleFrames = { titleFrame: number; badgeFrame: number; badgeMs: number };

type Recorder = { titleFrames?: Promise<TitleFrames> };

/** Runs in the page before anything else: looks at each frame, as the browser is about to paint it, until both are there. */
export function recordTitleFrames(title: string): void {
  const hasBox = (selector: string) => Boolean(document.querySelector(selector)?.getClientRects().length);
  const seen = { titleFrame: 0, badgeFrame: 0, badgeMs: 0 };
  let frame = 0;
  (globalThis as Recorder).titleFrames = new Promise((done) => {
    const look = () => {
      frame += 1;
      if (hasBox(title)) seen.titleFrame ||= frame;
      if (hasBox('span[data-hullmark]')) {
        seen.badgeFrame ||= frame;
        seen.badgeMs ||= performance.now();
      }
      if (seen.titleFrame && seen.badgeFrame) done(seen);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page after its load: waits for what was recorded, and for five seconds at most. */
export function recordedTitleFrames(): Promise<TitleFrames | null> {
  const recorded = (globalThis as Recorder).titleFrames ?? Promise.resolve(null);
  return Promise.race([recorded, new Promise<null>((late) => setTimeout(() => late(null), 5_000))]);
}
