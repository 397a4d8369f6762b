import type { Anchor } from '../../sites/site.ts';
import { makeBrake } from './brake.ts';
import { findPlace, float, isIn, putIn, type Place } from './find-place.ts';

const mark = 'data-hullmark';

// React headers come alive after the load event; the corner is for pages that have had that time and show no name.
const cornerAfterMs = 1500;

/** Keeps one element beside the page's name, or in a corner, whatever the page does; gives back how to take it away. */
export function keepPlaced(host: HTMLElement, anchors: readonly Anchor[]): () => void {
  const brake = makeBrake(() => anew());
  const stopped = new AbortController();
  let cornerAllowed = anchors.length === 0;
  let settled: Place | undefined;

  const observer = new MutationObserver(() => check());
  const observe = () => {
    observer.disconnect();
    // While the parser runs, a mark that has its place needs no watching: nothing is taken away yet.
    if (settled?.anchor && document.readyState === 'loading') return;
    const waiting = settled?.anchor ? {} : { attributes: true, attributeFilter: ['class', 'hidden'] };
    observer.observe(document, { childList: true, subtree: true, ...waiting });
  };

  function check(): Place | undefined {
    if (document.readyState !== 'loading') removeLeftovers(host);
    if (settled?.anchor?.isConnected && isIn(settled, host)) return settled;
    const place = findPlace(anchors, cornerAllowed);
    if (!place) host.remove();
    if (!place || isIn(place, host)) return keep(place);
    if (!brake.mayAct()) {
      observer.disconnect();
      return undefined;
    }
    putIn(place, host);
    return keep(place);
  }

  function keep(place: Place | undefined): Place | undefined {
    const moved = settled?.anchor !== place?.anchor;
    settled = place;
    observer.takeRecords();
    if (moved) observe();
    return place;
  }

  function anew() {
    settled = undefined;
    const place = check();
    if (place?.name && place.put === 'float') float(host, place.name);
    observe();
  }

  // Only now are styles and fonts there, so what floats is measured once more.
  function afterLoad() {
    anew();
    setTimeout(() => {
      cornerAllowed = true;
      if (!signal.aborted) check();
    }, cornerAfterMs);
  }

  const { signal } = stopped;
  document.addEventListener('DOMContentLoaded', () => (check(), observe()), { signal });
  addEventListener('resize', anew, { signal, passive: true });
  if (document.readyState === 'complete') afterLoad();
  else {
    anew();
    addEventListener('load', afterLoad, { signal, once: true });
  }

  return () => {
    stopped.abort();
    brake.release();
    observer.disconnect();
    host.remove();
  };
}

// Turbo puts a copy of the page back with a copy of our element in it; a copy has no shadow root and shows nothing.
function removeLeftovers(host: HTMLElement) {
  for (const other of document.querySelectorAll(`span[${mark}]:empty`)) {
    if (other !== host) other.remove();
  }
}
