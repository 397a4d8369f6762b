const gapPx = 6;
const edgePx = 8;

/** Shows a card under its mark, or over it where there is no room, and keeps it there; gives back how to hide it. */
export function showPopover(mark: HTMLElement, card: HTMLElement, close: () => void): () => void {
  const place = () => {
    const from = mark.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const below = from.bottom + gapPx;
    const fits = below + height + edgePx <= innerHeight;
    card.style.left = `${Math.max(edgePx, Math.min(from.left, innerWidth - width - edgePx))}px`;
    card.style.top = `${fits ? below : Math.max(edgePx, from.top - height - gapPx)}px`;
  };
  const listening = new AbortController();
  const { signal } = listening;
  card.showPopover();
  place();
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal });
  return () => {
    listening.abort();
    if (card.isConnected) card.hidePopover();
  };
}
