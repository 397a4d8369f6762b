import { cardPlace } from './card-place.ts';

// Rows of links that lead through a page or a site, by which people go on.
const tabs = ':is(nav, [role=tablist], [class*=tabs]) :is(a, button), [role=tab], a[class*=tab-]';

/** Shows a card beside its badge and keeps it there; returns how to hide it. Esc calls `onClose`. */
export function showPopover(badge: HTMLElement, card: HTMLElement, onClose: () => void): () => void {
  let last = '';
  let frame = 0;
  const updatePosition = () => {
    frame = requestAnimationFrame(updatePosition);
    const anchor = badge.getBoundingClientRect();
    const at = `${anchor.left} ${anchor.top} ${innerWidth} ${innerHeight}`;
    if (at === last) return;
    last = at;
    const shown = [...document.querySelectorAll(tabs)].filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    );
    const boxes = shown.map((each) => each.getBoundingClientRect());
    const [left, top] = cardPlace(
      anchor,
      card.getBoundingClientRect(),
      { width: innerWidth, height: innerHeight },
      boxes,
    );
    // Whole pixels, so that it is drawn alike wherever it opens.
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  card.showPopover();
  updatePosition();
  addEventListener('keydown', ({ key }) => key === 'Escape' && onClose(), { signal });
  return () => {
    listeners.abort();
    cancelAnimationFrame(frame);
    if (card.isConnected) card.hidePopover();
  };
}
