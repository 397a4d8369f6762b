import { isDistorted } from './distortion.ts';
import type { HostElement } from './host-element.ts';
import { isContextValid } from './lifecycle.ts';
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
// How often a page that changes is asked whether it distorts the badge.
const checkDelayMs = 1000;

/** Keeps the host beside the page's name, or in a corner, whatever the page does; says how to look again and how to end that. */
export function keepMounted(host: HostElement, options: PlacementOptions) {
  const { anchors, waitsForIdle } = options;
  const { element } = host;
  const rateLimiter = createRateLimiter(() => remount());
  const throttled = throttle(() => search());
  const controller = new AbortController();
  const { signal } = controller;
  let cornerAllowed = anchors.length === 0;
  let current: Placement | undefined;
  let hadAnchor = false;
  let mistrusts = false;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(() => {
    // A newer copy of this script has come, of an extension that was loaded anew, and adds a badge.
    if (!isContextValid()) return;
    checkSoon();
    if (!isSettled()) throttled.run();
  });
  const observe = () => {
    observer.disconnect();
    // While the parser runs nothing is removed, so a mounted badge needs no observer yet.
    if (current?.anchor && document.readyState === 'loading') return;
    // By a class or a style of these, or by a sheet, a page changes its look.
    for (const each of [document.documentElement, document.body, document.head])
      if (each)
        observer.observe(each, { childList: true, attributes: true, attributeFilter: ['class', 'style'] });
    // A badge that stays in the corner can only leave with the root element itself.
    if (current && !current.anchor && isSettled()) return observer.observe(document, { childList: true });
    const becomingVisible = current?.anchor ? {} : { attributes: true, attributeFilter: ['class', 'hidden'] };
    observer.observe(document, { childList: true, subtree: true, ...becomingVisible });
  };

  // In the corner, the badge still waits for the name to appear, unless it was asked for there or may not jump.
  function isSettled(): boolean {
    if (!current || !isMounted(current, host)) return false;
    return current.anchor ? current.anchor.isConnected : (waitsForIdle && !hadAnchor) || anchors.length === 0;
  }

  function search(): void {
    const found = findPlacement(options, host, cornerAllowed, mistrusts);
    if (!found) element.remove();
    else if (!isMounted(found, host)) {
      if (!rateLimiter.tryAcquire()) return observer.disconnect();
      removeCopies(host);
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

  function checkSoon() {
    checkTimer ??= setTimeout(() => requestIdleCallback(check, { timeout: checkDelayMs }), checkDelayMs);
  }

  /** Where the page changes how the badge is drawn, it goes elsewhere, or leaves. */
  function check() {
    checkTimer = undefined;
    if (signal.aborted || !element.isConnected || !isDistorted(element)) return;
    mistrusts = true;
    remount();
  }

  // Styles and fonts are there only now, so a floating badge is positioned once more.
  function afterLoad() {
    remount();
    checkSoon();
    setTimeout(allowCorner, cornerDelayMs);
  }

  function allowCorner() {
    cornerAllowed = true;
    if (!signal.aborted && !isSettled()) search();
  }

  function onceIdle() {
    cornerAllowed = true;
    requestIdleCallback(() => signal.aborted || (remount(), checkSoon()), { timeout: idleTimeoutMs });
  }

  const onLoad = waitsForIdle ? onceIdle : afterLoad;
  addEventListener('resize', () => current && remount(), { signal, passive: true });
  if (document.readyState === 'complete') onLoad();
  else addEventListener('load', onLoad, { signal, once: true });
  if (!waitsForIdle && document.readyState !== 'complete') {
    document.addEventListener('DOMContentLoaded', () => (isSettled() || search(), observe()), { signal });
    remount();
  }

  return {
    check,
    stop() {
      controller.abort();
      rateLimiter.cancel();
      throttled.cancel();
      clearTimeout(checkTimer);
      observer.disconnect();
      element.remove();
    },
  };
}

// Turbo restores a copy of the page with a copy of our host in it, which has no shadow root and shows nothing. In Firefox the host
// of the extension before it was loaded anew stays behind, hidden.
function removeCopies({ element, token }: HostElement) {
  const copies = import.meta.env.FIREFOX
    ? [...document.querySelectorAll<Opened>('span[class^=h]:empty')].filter(
        ({ className, openOrClosedShadowRoot: root }) =>
          className === token || root?.querySelector('.badge-root'),
      )
    : [...document.getElementsByClassName(token)];
  for (const copy of copies) if (copy !== element) copy.remove();
}

/** What Firefox alone shows extensions. */
type Opened = HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
