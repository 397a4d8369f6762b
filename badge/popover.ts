const gapPx = 8;
const edgePx = 8;

/** Shows a card below its badge, or above where there is no room, and keeps it there; returns how to hide it. Esc calls `onClose`. */
export function showPopover(badge: HTMLElement, card: HTMLElement, onClose: () => void): () => void {
  let last = '';
  let frame = 0;
  const updatePosition = () => {
    frame = requestAnimationFrame(updatePosition);
    const anchor = badge.getBoundingClientRect();
    const at = `${anchor.left} ${anchor.top} ${innerWidth} ${innerHeight}`;
    if (at === last) return;
    last = at;
    const { width, height } = card.getBoundingClientRect();
    const below = anchor.bottom + gapPx;
    const fitsBelow = below + height + edgePx <= innerHeight;
    // Whole pixels, so that it is drawn alike wherever it opens.
    card.style.left = `${Math.round(Math.max(edgePx, Math.min(anchor.left, innerWidth - width - edgePx)))}px`;
    card.style.top = `${Math.round(fitsBelow ? below : Math.max(edgePx, anchor.top - height - gapPx))}px`;
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
