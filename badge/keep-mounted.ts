import { groundAt } from './dark.ts';
import type { HostElement } from './host-element.ts';
import { lateWorld, type LateParts } from './late-parts.ts';
import { isContextValid } from './lifecycle.ts';
import {
  findPlacement,
  mount,
  parentFor,
  updatePosition,
  type Placement,
  type PlacementOptions,
} from './placement.ts';
import { createRateLimiter, throttle } from './rate-limit.ts';
import { elementsAround, elementsAtMiddle } from './surroundings.ts';

// React renders headers after the load event; a page that shows no name by then gets its badge in the corner.
const cornerDelayMs = 1500;
// Frameworks that hydrate a page are mostly done when it is idle, or after this time; until then a look would force a layout.
const idleTimeoutMs = 200;
// How often a page that changes is asked whether it distorts the badge.
const checkDelayMs = 1000;
// How many frames in a row a name has to stand still that was on the move.
const movingFrames = 5;

/** Keeps the host beside the page's name, or in a corner, whatever the page does; says how to look again and how to end that. */
export function keepMounted(host: HostElement, options: PlacementOptions) {
  const { anchors, waitsForIdle, keepsCorner } = options;
  const { element } = host;
  const rateLimiter = createRateLimiter(() => look());
  const throttled = throttle(() => look());
  const controller = new AbortController();
  const { signal } = controller;
  // Until then, whoever asks for a look, the page stays as it is.
  let mayBegin = !waitsForIdle;
  let cornerAllowed = anchors.length === 0;
  let current: Placement | undefined;
  let hadAnchor = false;
  // There once the page has changed how the badge is drawn, so that each place is looked at for that.
  let isDistorted: LateParts['isDistorted'] | undefined;
  let avoidsBody = false;
  let following: ReturnType<LateParts['follow']> | undefined;
  let frame = 0;
  let isScrolling = false;
  let framesLeft = 0;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(() => {
    // A newer copy of this script has come, of an extension that was loaded anew, and adds a badge.
    if (!isContextValid()) return;
    checkSoon();
    // What has gone is sought at once; all else can wait for the next frame, which makes a layout anyway.
    if (element.isConnected && (!current?.anchor || current.anchor.isConnected)) soon();
    else throttled.run();
  });
  const observe = () => {
    observer.disconnect();
    // While the parser runs nothing is removed, so a mounted badge needs no observer yet.
    if (current?.anchor && document.readyState === 'loading') return;
    observer.observe(document, { childList: true });
    // By an attribute or a sheet of these, a page moves what is in it or changes its look.
    for (let each: Node | null = current?.anchor ?? document.body; each; each = each.parentNode)
      if (each !== document) observer.observe(each, { childList: true, attributes: true });
    if (document.head) observer.observe(document.head, { childList: true });
    if (!isSettled())
      observer.observe(document, {
        ...{ childList: true, subtree: true, characterData: true },
        ...{ attributes: true, attributeFilter: ['class', 'hidden', 'href'] },
      });
  };

  // In the corner, the badge still waits for the name to appear, unless it was asked for there or may not jump.
  const isSettled = () =>
    Boolean(current && (current.anchor || (keepsCorner && !hadAnchor) || anchors.length === 0));

  // The browser moves it with its name, so there is nothing to look for.
  const standsInText = () => current?.put === 'after' && isMounted(current.anchor!.parentNode, current);

  const isMounted = (parent: Node | null, { put }: Placement) =>
    element.isConnected && element.parentNode === parent && host.put === put;

  function soon(event?: Event) {
    isScrolling = event?.type === 'scroll' && (isScrolling || !frame);
    if (event && /run|start/.test(event.type)) framesLeft = movingFrames;
    frame ||= requestAnimationFrame(now);
  }

  // Where a frame or an observer of sizes calls, layout is known or about to be.
  function now() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!isContextValid()) return;
    const { left, top } = host.look;
    look(true);
    isScrolling = false;
    // What moves by itself is followed until it stands still.
    if (left !== host.look.left || top !== host.look.top) framesLeft = movingFrames;
    if (current?.name && framesLeft-- > 0) soon();
  }

  /** Looks where the badge belongs now, and puts it there. */
  function look(hasLayout = document.readyState === 'complete'): void {
    if (signal.aborted || !mayBegin) return;
    const shown = host.look.isHidden && !current?.isHidden ? undefined : current;
    const stays = keepsCorner && !hadAnchor && !isDistorted && shown?.put === 'corner';
    let found = stays
      ? shown
      : findPlacement(options, host, { shown, hasLayout, isDistorted, cornerAllowed });
    // A name that has gone may come back at once.
    if (found?.put === 'corner' && current?.anchor && !isDistorted) {
      found = undefined;
      cornerAllowed = false;
      setTimeout(allowCorner, cornerDelayMs);
    }
    const hasMoved = current?.anchor !== found?.anchor || current?.put !== found?.put;
    if (!found) leave();
    else {
      const parent = parentFor(found, avoidsBody || isDistorted?.(document.body) === true);
      if (!isMounted(parent, found)) {
        if (!rateLimiter.tryAcquire()) return observer.disconnect();
        removeCopies(host);
        mount(found, host, parent!);
      }
      if (hasLayout) draw(found);
      else soon();
    }
    current = found;
    hadAnchor ||= Boolean(found?.anchor);
    observer.takeRecords();
    if (hasMoved) {
      observe();
      refollow();
    }
    following?.settle(isScrolling, host.look.isHidden);
  }

  function refollow() {
    following?.stop();
    const floats = current && current.put !== 'after';
    following = floats ? lateWorld.lateParts?.follow(element, current!.name, soon, now) : undefined;
  }

  function leave() {
    if (cornerAllowed) element.remove();
    else host.draw({ isHidden: true });
  }

  function draw({ put, name, anchor, isHidden = false }: Placement) {
    if (put === 'corner') {
      if (lateWorld.lateParts?.moveToCorner(host, isScrolling) === false && !avoidsBody) {
        avoidsBody = true;
        throttled.run();
      }
    } else if (put === 'float') {
      if (!isHidden) updatePosition(name!, host);
      host.draw({ isHidden, ...(isHidden && { left: 0, top: 0 }) });
    }
    const stack = put === 'after' ? elementsAround(anchor!) : elementsAtMiddle(element);
    const under = stack.filter((each) => each !== element);
    // What stands later in the document is drawn over what has the same layer.
    if (put !== 'after' && !host.look.isHidden && stack.length && stack[0] !== element)
      host.draw({ layer: host.look.layer + 1 });
    if (under.length) host.draw({ ground: undefined, ...groundAt(under, element, name) });
  }

  function checkSoon() {
    checkTimer ??= setTimeout(() => requestIdleCallback(check, { timeout: checkDelayMs }), checkDelayMs);
  }

  /** Where the page changes how the badge is drawn, it goes elsewhere, or leaves. */
  function check() {
    checkTimer = undefined;
    if (signal.aborted || !element.isConnected) return;
    const { isDistorted: ask } = lateWorld.lateParts ?? {};
    if (ask?.(element)) isDistorted = ask;
    if (isDistorted || !standsInText()) look();
  }

  // Styles and fonts are there only now, so a floating badge is positioned once more.
  function afterLoad() {
    mayBegin = true;
    look();
    observe();
    checkSoon();
    setTimeout(allowCorner, cornerDelayMs);
  }

  function allowCorner() {
    cornerAllowed = true;
    if (!current) look();
  }

  function onceIdle() {
    cornerAllowed ||= keepsCorner === true;
    requestIdleCallback(() => signal.aborted || afterLoad(), { timeout: idleTimeoutMs });
  }

  lateWorld.onLateParts = () => {
    checkSoon();
    if (standsInText()) return;
    refollow();
    soon();
  };
  addEventListener('resize', () => current && look(), { signal, passive: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => soon(), { signal });
  if (document.readyState === 'complete') onceIdle();
  else addEventListener('load', onceIdle, { signal, once: true });
  if (!waitsForIdle && document.readyState !== 'complete') {
    document.addEventListener('DOMContentLoaded', () => (standsInText() || look(), observe()), { signal });
    look();
    observe();
  }

  return {
    check,
    stop() {
      controller.abort();
      following?.stop();
      lateWorld.onLateParts = undefined;
      cancelAnimationFrame(frame);
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
