// What makes a stacking context of an element that has no `z-index` (https://drafts.csswg.org/css-position-4/#painting-order).
const isolating = /isolate|fixed|sticky|opacity|transform|filter|layout|paint|strict|content/;

/**
 * How an element is drawn among all others: whether it stays in the window while the document scrolls, how much of it can be seen
 * through what fades it, whether its middle is clipped, and the `z-index` of the outermost stacking context around it.
 */
export function surroundings(element: Element, end: Element | null) {
  let [layer, opacity, isFixed, isClipped] = [0, 1, false, false];
  const own = element.getBoundingClientRect();
  const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
  for (
    let each: Element | null = element;
    each && each !== end && each !== document.documentElement;
    each = each.parentElement
  ) {
    const style = getComputedStyle(each);
    const { position, zIndex, isolation, willChange, filter, transform, contain } = style;
    const isPlaced = position !== 'static' || /flex|grid/.test(parentDisplay(each));
    if (/fixed|sticky/.test(position)) isFixed = true;
    opacity *= Number(style.opacity);
    if (each !== element && style.overflow !== 'visible' && each !== document.body) {
      const { left, top, right, bottom } = each.getBoundingClientRect();
      isClipped ||= x < left || x > right || y < top || y > bottom;
    }
    if (zIndex !== 'auto' && isPlaced) layer = Number(zIndex);
    else if (
      style.opacity !== '1' ||
      filter !== 'none' ||
      transform !== 'none' ||
      isolating.test(`${position} ${isolation} ${willChange} ${contain}`)
    )
      layer = 0;
  }
  return { layer, opacity, isFixed, isClipped };
}

const parentDisplay = ({ parentElement }: Element) =>
  parentElement ? getComputedStyle(parentElement).display : '';

/** All that is drawn at a point of the window, the topmost first, without the badge itself. */
export const elementsAt = (x: number, y: number, host: Element): Element[] =>
  document.elementsFromPoint(x, y).filter((each) => each !== host);

/** All that is drawn at an element's middle, the topmost first; nothing where that is outside the window. */
export function elementsAtMiddle(element: Element): Element[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementsFromPoint(left + width / 2, top + height / 2);
}

/** An element and all that is around it, the innermost first. */
export const elementsAround = (element: Element | null): Element[] =>
  element ? [element, ...elementsAround(element.parentElement)] : [];
