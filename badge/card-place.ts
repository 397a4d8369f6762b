type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
type Size = { width: number; height: number };

const gapPx = 8;
const edgePx = 8;
// How far the pointer has to go at most from a badge to a card that starts below the page's tabs; it closes meanwhile if that takes longer.
const reachPx = 96;

/**
 * Where a card of this size opens in the window: below its badge, above or beside it, or below the page's tabs if they are under the
 * badge; of those that fit, the first that covers the fewest tabs.
 */
export function cardPlace(
  badge: Box,
  card: Size,
  view: Size,
  tabs: readonly Box[],
): [left: number, top: number] {
  const within = (at: number, size: number, most: number) =>
    Math.max(edgePx, Math.min(at, most - size - edgePx));
  const [left, top] = [
    within(badge.left, card.width, view.width),
    within(badge.top, card.height, view.height),
  ];
  const [below, above] = [badge.bottom + gapPx, badge.top - gapPx - card.height];
  const covered = ([x, y]: [number, number]) =>
    tabs.filter(
      (tab) => tab.left < x + card.width && tab.right > x && tab.top < y + card.height && tab.bottom > y,
    );
  const row = covered([left, below])
    .map(({ bottom }) => bottom)
    .filter((bottom) => bottom < badge.bottom + reachPx);
  const places: [number, number][] = [
    [left, below],
    [left, above],
    [badge.right + gapPx, top],
    [badge.left - gapPx - card.width, top],
    [left, Math.max(below, ...row.map((bottom) => bottom + gapPx))],
  ];
  const [best] = places
    .filter(([x, y]) => x === within(x, card.width, view.width) && y === within(y, card.height, view.height))
    .map((place) => ({ place, count: covered(place).length }))
    .sort((one, other) => one.count - other.count);
  return best?.place ?? [left, Math.max(edgePx, above)];
}
