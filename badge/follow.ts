import { barAround } from './placement.ts';

// So that no observer is made anew at each frame of a scroll.
const settleMs = 100;
// Firefox does not say that what covers a name is gone, so it is asked this often while the badge is hidden.
const hiddenMs = 500;
const events = [
  'scroll',
  'scrollend',
  'click',
  'keyup',
  'load',
  'toggle',
  'close',
  'transitionrun',
  'transitionend',
  'animationstart',
  'animationend',
  'fullscreenchange',
];

/**
 * Calls `soon` when what the host stands beside or over may have moved, changed or been covered, and `now` where the next frame
 * would be too late. Returns how to end that, and `settle`, to be called after each look.
 */
export function follow(
  host: Element,
  name: Element | undefined,
  soon: (event?: Event) => void,
  now: () => void,
) {
  const listeners = new AbortController();
  const { signal } = listeners;
  const target = name ?? host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fitted: IntersectionObserver | undefined;

  const changed = () => soon();
  // A root with the target's own box: whichever way that moves, it leaves.
  function fit() {
    const { left, top, right, bottom } = target.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const margins = [top, clientWidth - right, clientHeight - bottom, left];
    let isFirst = true;
    fitted = new IntersectionObserver(() => (isFirst ? (isFirst = false) : soon()), {
      rootMargin: margins.map((margin) => `${-Math.floor(margin)}px`).join(' '),
      threshold: [0, 0.5, 0.8, 0.9, 0.95, 1],
    });
    fitted.observe(target);
  }

  // Called after layout and before paint.
  const resized = new ResizeObserver(now);
  const changes = new MutationObserver(changed);
  // Chromium says when something covers them (Intersection Observer, version 2).
  const covered = new IntersectionObserver(changed, { trackVisibility: true, delay: settleMs } as object);
  covered.observe(host);
  if (name) {
    covered.observe(name);
    changes.observe(barAround(name), {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    });
    for (let each: Element | null = name; each && each !== document.body; each = each.parentElement)
      resized.observe(each);
  }
  for (const type of events) document.addEventListener(type, soon, { signal, capture: true, passive: true });
  // The focus moves right after this, and must not come to what is covered.
  document.addEventListener('keydown', ({ key }) => key === 'Tab' && now(), { signal, capture: true });
  document.fonts.addEventListener('loadingdone', soon, { signal });

  return {
    settle(isScrolling: boolean, isHidden: boolean) {
      fitted?.disconnect();
      clearTimeout(timer);
      if (isScrolling) timer = setTimeout(now, settleMs);
      else {
        fit();
        if (import.meta.env.FIREFOX && isHidden) timer = setTimeout(changed, hiddenMs);
      }
    },
    stop() {
      listeners.abort();
      clearTimeout(timer);
      for (const observer of [resized, changes, covered, fitted]) observer?.disconnect();
    },
  };
}
