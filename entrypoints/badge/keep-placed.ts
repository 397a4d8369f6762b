import { makeBrake } from './brake.ts';
import { paced } from './pace.ts';
import { findPlace, float, isIn, putIn, type Place, type Places } from './find-place.ts';

const marked = 'span[data-hullmark]:empty';

// React headers come alive after the load event; the corner is for pages that have had that time and show no name.
const cornerAfterMs = 1500;
// Scripts that take over a page's own HTML throw foreign elements away; after this they have mostly done so.
const calmAfterMs = 200;

/** Keeps one element beside the page's name, or in a corner, whatever the page does; gives back how to take it away. */
export function keepPlaced(host: HTMLElement, places: Places): () => void {
  const { anchors, isCalm } = places;
  const brake = makeBrake(() => anew());
  const searches = paced(() => search());
  const stopped = new AbortController();
  const { signal } = stopped;
  let cornerAllowed = anchors.length === 0;
  let settled: Place | undefined;
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
    if (!settled || !isIn(settled, host)) return false;
    return settled.anchor ? settled.anchor.isConnected : (isCalm && !hadName) || anchors.length === 0;
  }

  function search(): void {
    const place = findPlace(places, cornerAllowed);
    if (!place) host.remove();
    else if (!isIn(place, host)) {
      if (!brake.mayAct()) return observer.disconnect();
      removeLeftovers(host);
      putIn(place, host);
    }
    const moved = settled?.anchor !== place?.anchor || settled?.put !== place?.put;
    settled = place;
    hadName ||= Boolean(place?.anchor);
    observer.takeRecords();
    if (moved) observe();
  }

  function anew() {
    settled = undefined;
    search();
    if (settled) placeAgain(settled);
    observe();
  }

  function placeAgain({ name, put }: Place) {
    if (name && put === 'float') float(host, name);
  }

  // Only now are styles and fonts there, so what floats is measured once more.
  function afterLoad() {
    anew();
    setTimeout(allowCorner, cornerAfterMs);
  }

  function allowCorner() {
    cornerAllowed = true;
    if (!signal.aborted && !isSettled()) search();
  }

  function onceCalm() {
    cornerAllowed = true;
    requestIdleCallback(() => signal.aborted || anew(), { timeout: calmAfterMs });
  }

  const loaded = isCalm ? onceCalm : afterLoad;
  addEventListener('resize', () => settled && anew(), { signal, passive: true });
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { signal, once: true });
  if (!isCalm && document.readyState !== 'complete') {
    document.addEventListener('DOMContentLoaded', () => (isSettled() || search(), observe()), { signal });
    anew();
  }

  return () => {
    stopped.abort();
    brake.release();
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
