import { createRateLimiter } from './rate-limit.ts';
import { throttle } from './throttle.ts';
import {
  findPlacement,
  position,
  isMounted,
  mount,
  type Placement,
  type PlacementOptions,
} from './placement.ts';

const marked = 'span[data-hullmark]:empty';

// React headers come alive after the load event; the corner is for pages that have had that time and show no name.
const cornerAfterMs = 1500;
// Scripts that take over a page's own HTML throw foreign elements away; after this they have mostly done so.
const calmAfterMs = 200;

/** Keeps one element beside the page's name, or in a corner, whatever the page does; gives back how to take it away. */
export function keepMounted(host: HTMLElement, places: PlacementOptions): () => void {
  const { anchors, waitsForIdle } = places;
  const rateLimiter = createRateLimiter(() => remount());
  const searches = throttle(() => search());
  const stopped = new AbortController();
  const { signal } = stopped;
  let cornerAllowed = anchors.length === 0;
  let settled: Placement | undefined;
  let hadName = false;

  const observer = new MutationObserver(() => isSettled() || searches.run());
  const observe = () => {
    observer.disconnect();
    // While the parser runs, a mark that has its place needs no watching: nothing is taken away yet.
    if (settled?.anchor && document.readyState === 'loading') return;
    // What stands in the corner for good can only leave with the root itself.
    if (settled && !settled.anchor && isSettled())
      return [document, document.documentElement].forEach((node) =>
        observer.observe(node, { childList: true }),
      );
    const waiting = settled?.anchor ? {} : { attributes: true, attributeFilter: ['class', 'hidden'] };
    observer.observe(document, { childList: true, subtree: true, ...waiting });
  };

  // A mark in the corner waits for the name to appear, save where nothing is to jump or no name is wanted.
  function isSettled(): boolean {
    if (!settled || !isMounted(settled, host)) return false;
    return settled.anchor ? settled.anchor.isConnected : (waitsForIdle && !hadName) || anchors.length === 0;
  }

  function search(): void {
    const place = findPlacement(places, cornerAllowed);
    if (!place) host.remove();
    else if (!isMounted(place, host)) {
      if (!rateLimiter.tryAcquire()) return observer.disconnect();
      removeLeftovers(host);
      mount(place, host);
    }
    const moved = settled?.anchor !== place?.anchor || settled?.put !== place?.put;
    settled = place;
    hadName ||= Boolean(place?.anchor);
    observer.takeRecords();
    if (moved) observe();
  }

  function remount() {
    settled = undefined;
    search();
    if (settled) updatePosition(settled);
    observe();
  }

  function updatePosition({ name, put }: Placement) {
    if (name && put === 'float') position(host, name);
  }

  // Only now are styles and fonts there, so what floats is measured once more.
  function afterLoad() {
    remount();
    setTimeout(allowCorner, cornerAfterMs);
  }

  function allowCorner() {
    cornerAllowed = true;
    if (!signal.aborted && !isSettled()) search();
  }

  function onceCalm() {
    cornerAllowed = true;
    requestIdleCallback(() => signal.aborted || remount(), { timeout: calmAfterMs });
  }

  const loaded = waitsForIdle ? onceCalm : afterLoad;
  addEventListener('resize', () => settled && remount(), { signal, passive: true });
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { signal, once: true });
  if (!waitsForIdle && document.readyState !== 'complete') {
    document.addEventListener('DOMContentLoaded', () => (isSettled() || search(), observe()), { signal });
    remount();
  }

  return () => {
    stopped.abort();
    rateLimiter.release();
    searches.end();
    observer.disconnect();
    host.remove();
  };
}

// Turbo puts a copy of the page back with a copy of our element in it; a copy has no shadow root and shows nothing.
// More than a few are the page's own, and none of ours to touch.
function removeLeftovers(host: HTMLElement) {
  const copies = [...document.querySelectorAll(marked)].filter((other) => other !== host);
  if (copies.length <= 3) for (const copy of copies) copy.remove();
}
