import type { BadgeParts } from '../browser/isolated-world.ts';
import { isDistorted } from './distortion.ts';

const sampleMs = 100;
// As browsers do with their own prompts: what has just appeared under the pointer, or for a moment only, was not chosen.
const minSeenMs = 250;
// Rounded corners belong to what is behind.
const [insetX, insetY] = [12, 3];

export type Sight = ReturnType<typeof watchSight>;

/**
 * Whether a person can see all of an element in the host's shadow tree, at its own size and uncovered, and has seen it for a quarter
 * of a second. Looks from `start` to `stop`, while pointer or focus are there.
 */
export function watchSight({ element: host, root, uncover }: BadgeParts['host'], element: HTMLElement) {
  let seenSince: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  // Chromium says whether it is drawn as it should be, and uncovered, also by what lets clicks through (Intersection Observer, version 2).
  let isVisible = import.meta.env.FIREFOX;
  const observer = import.meta.env.FIREFOX
    ? undefined
    : new IntersectionObserver(hear, { trackVisibility: true, delay: sampleMs } as object);

  function look(): boolean {
    const isSeen = isInSight();
    seenSince = isSeen ? (seenSince ?? performance.now()) : undefined;
    return isSeen;
  }

  function isInSight(): boolean {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return false;
    if (!width || Math.abs(width - element.offsetWidth) > 1 || Math.abs(height - element.offsetHeight) > 1)
      return false;
    if (!element.checkVisibility({ visibilityProperty: true }) || isDistorted(host)) return false;
    // Chromium's observer knows whether it is covered. Elsewhere, a grid of five by three points is asked.
    if (!import.meta.env.FIREFOX) return true;
    for (let n = 0; n < 15; n += 1) {
      const x = left + insetX + ((n % 5) / 4) * (width - 2 * insetX);
      const y = top + insetY + ((n % 3) / 2) * (height - 2 * insetY);
      if (document.elementFromPoint(x, y) !== host || !element.contains(root.elementFromPoint(x, y)))
        return false;
    }
    return true;
  }

  function hear(entries: IntersectionObserverEntry[]) {
    for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
      isVisible = entry.isVisible;
      if (!isVisible) seenSince = undefined;
    }
  }

  return {
    /** Begins to look, and says whether the element is in sight now. */
    start(): boolean {
      timer ??= setInterval(look, sampleMs);
      observer?.observe(element);
      return look();
    },
    stop() {
      clearInterval(timer);
      observer?.disconnect();
      timer = seenSince = undefined;
    },
    /** Whether this is a person's click on the element, which they see. */
    allows({ isTrusted, detail, clientX, clientY, timeStamp }: MouseEvent): boolean {
      hear(observer?.takeRecords() ?? []);
      // A click by keyboard has no place.
      const isOnIt = !detail || element.contains(root.elementFromPoint(clientX, clientY));
      return isTrusted && isOnIt && isVisible && uncover(look) && timeStamp - seenSince! >= minSeenMs;
    },
  };
}
