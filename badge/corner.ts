import type { HostElement } from './host-element.ts';
import { moveTo } from './placement.ts';
import { elementsAt, surroundings } from './surroundings.ts';

const edgePx = 16;
// Nothing that can be clicked is smaller.
const stepPx = 12;
const controls =
  'a,area,button,input,select,textarea,summary,label,iframe,video,audio,embed,object,[contenteditable],[role=button],[role=link],[role=tab],[role=menuitem]';

/**
 * Puts the host into the first corner of the window where it covers no control and nothing covers it, just above what is drawn
 * there; hides it where there is none. Says whether it stands where it should, which it cannot where the page contains what is fixed.
 */
export function moveToCorner(host: HostElement, staysHere: boolean): boolean {
  const { element, look } = host;
  if (look.position !== 'fixed') host.draw({ position: 'fixed', left: edgePx, top: edgePx });
  const own = element.getBoundingClientRect();
  const [x, y] = [edgePx, edgePx];
  const right = document.documentElement.clientWidth - edgePx - own.width;
  const bottom = innerHeight - edgePx - own.height;
  const corners = [
    [right, bottom],
    [x, bottom],
    [right, y],
    [x, y],
  ] as const;
  const near = ([left, top]: readonly [number, number]) =>
    Math.abs(left - own.left) < 1 && Math.abs(top - own.top) < 1;
  const current = corners.filter((each) => near(each) && !look.isHidden);
  for (const [left, top] of staysHere && current.length ? current : [...current, ...corners]) {
    const layer = freeLayer(left, top, own, element);
    if (layer === undefined) continue;
    moveTo(left, top, host, own);
    host.draw({ layer, isHidden: false });
    const now = element.getBoundingClientRect();
    return Math.abs(now.left - left) < 1 && Math.abs(now.top - top) < 1;
  }
  host.draw({ isHidden: true });
  return true;
}

/** The `z-index` just over what is drawn at a place, or nothing where that is a control or covers the page. */
function freeLayer(left: number, top: number, { width, height }: DOMRect, host: Element): number | undefined {
  let layer = 0;
  for (let x = 1; x < width; x += stepPx)
    for (let y = 1; y < height; y += height / 2 - 1) {
      const stack = elementsAt(left + x, top + y, host);
      const [hit] = stack;
      if (!hit) continue;
      if (hit.closest(controls) || isClickable(hit) || isOverlay(hit, stack)) return undefined;
      layer = Math.max(layer, surroundings(hit, host.parentElement).layer);
    }
  return layer;
}

// By the pointer, unless the whole page has that.
const isClickable = (hit: Element) =>
  getComputedStyle(hit).cursor === 'pointer' && getComputedStyle(document.body).cursor !== 'pointer';

// A bar or a message stays in the window as the badge does. A dialog's backdrop fills the window and has a page behind it; an
// application that fills the window has nothing.
function isOverlay(hit: Element, stack: readonly Element[]): boolean {
  for (let each: Element | null = hit; each; each = each.parentElement) {
    const { width, height } = each.getBoundingClientRect();
    if (getComputedStyle(each).position !== 'fixed') continue;
    const around = each;
    if (width >= innerWidth * 0.9 && height >= innerHeight * 0.9)
      return stack.some((other) => !around.contains(other) && !other.contains(around));
    if (height < innerHeight / 2) return true;
  }
  return false;
}
