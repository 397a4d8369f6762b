import {
  findPlacement,
  isMounted,
  mount,
  updatePosition,
  type Placement,
  type PlacementOptions,
} from './placement.ts';
import { createRateLimiter, throttle } from './rate-limit.ts';

// React renders headers after the load event; a page that shows no name by then gets its badge in the corner.
const cornerDelayMs = 1500;
// Frameworks that hydrate a page remove foreign elements; they are mostly done when the page is idle, or after this time.
const idleTimeoutMs = 200;

/** Keeps the host beside the page's name, or in a corner, whatever the page does; returns how to stop that and remove it. */
export function keepMounted(host: HTMLElement, options: PlacementOptions): () => void {
  const { anchors, waitsForIdle } = options;
  const rateLimiter = createRateLimiter(() => remount());
  const throttled = throttle(() => search());
  const controller = new AbortController();
  const { signal } = controller;
  let cornerAllowed = anchors.length === 0;
  let current: Placement | undefined;
  let hadAnchor = false;

  const observer = new MutationObserver(() => isSettled() || throttled.run());
  const observe = () => {
    observer.disconnect();
    // While the parser runs nothing is removed, so a mounted badge needs no observer yet.
    if (current?.anchor && document.readyState === 'loading') return;
    // A badge that stays in the corner can only leave with the root element itself.
    if (current && !current.anchor && isSettled())
      return [document, document.documentElement].forEach((node) =>
        observer.observe(node, { childList: true }),
      );
    const becomingVisible = current?.anchor ? {} : { attributes: true, attributeFilter: ['class', 'hidden'] };
    observer.observe(document, { childList: true, subtree: true, ...becomingVisible });
  };

  // In the corner, the badge still waits for the name to appear, unless it was asked for there or may not jump.
  function isSettled(): boolean {
    if (!current || !isMounted(current, host)) return false;
    return current.anchor ? current.anchor.isConnected : (waitsForIdle && !hadAnchor) || anchors.length === 0;
  }

  function search(): void {
    const found = findPlacement(options, cornerAllowed);
    if (!found) host.remove();
    else if (!isMounted(found, host)) {
      if (!rateLimiter.tryAcquire()) return observer.disconnect();
      removeLeftovers(host);
      mount(found, host);
    }
    const hasMoved = current?.anchor !== found?.anchor || current?.put !== found?.put;
    current = found;
    hadAnchor ||= Boolean(found?.anchor);
    observer.takeRecords();
    if (hasMoved) observe();
  }

  function remount() {
    current = undefined;
    search();
    if (current) updatePosition(current, host);
    observe();
  }

  // Styles and fonts are there only now, so a floating badge is positioned once more.
  function afterLoad() {
    remount();
    setTimeout(allowCorner, cornerDelayMs);
  }

  function allowCorner() {
    cornerAllowed = true;
    if (!signal.aborted && !isSettled()) search();
  }

  function onceIdle() {
    cornerAllowed = true;
    requestIdleCallback(() => signal.aborted || remount(), { timeout: idleTimeoutMs });
  }

  const onLoad = waitsForIdle ? onceIdle : afterLoad;
  addEventListener('resize', () => current && remount(), { signal, passive: true });
  if (document.readyState === 'complete') onLoad();
  else addEventListener('load', onLoad, { signal, once: true });
  if (!waitsForIdle && document.readyState !== 'complete') {
    document.addEventListener('DOMContentLoaded', () => (isSettled() || search(), observe()), { signal });
    remount();
  }

  return () => {
    controller.abort();
    rateLimiter.cancel();
    throttled.cancel();
    observer.disconnect();
    host.remove();
  };
}

// Turbo restores a copy of the page with a copy of our host in it, which has no shadow root and shows nothing. More than
// three of these must be the page's own elements, which are not ours to remove.
function removeLeftovers(host: HTMLElement) {
  const copies = [...document.querySelectorAll('span[data-hullmark]:empty')].filter((copy) => copy !== host);
  if (copies.length <= 3) for (const copy of copies) copy.remove();
}
