import type { Anchor } from '../../sites/site.ts';

/** Where the mark goes: behind an element of the page that carries the name, or (no anchor) in the corner. */
export type Place = { name?: Element; anchor?: Element; put: Anchor['put'] | 'corner' };

/** The first anchor that is on the page and visible; else the corner, once that is allowed. */
export function findPlace(anchors: readonly Anchor[], cornerAllowed: boolean): Place | undefined {
  for (const { selector, put } of anchors) {
    const found = document.querySelector(selector);
    if (!found?.textContent?.trim()) continue;
    // Before the load event a look at the layout would make the browser do it early, and on our account.
    if (document.readyState === 'complete' && !found.checkVisibility()) continue;
    if (put === 'after' || hasRoomBehind(found))
      return { name: found, anchor: outsideOfHeadings(found), put };
  }
  return cornerAllowed && document.documentElement ? { put: 'corner' } : undefined;
}

/** Whether the mark is there. Parents are compared, not neighbours, or two extensions would push each other for ever. */
export function isIn({ anchor, put }: Place, host: HTMLElement): boolean {
  const parent = anchor ? anchor.parentNode : document.documentElement;
  return host.isConnected && host.parentNode === parent && host.dataset.hullmark === put;
}

/** Puts the mark there without moving anything of the page that has been painted. */
export function putIn({ anchor, put, name }: Place, host: HTMLElement): void {
  host.dataset.hullmark = put;
  host.removeAttribute('style');
  if (anchor) anchor.after(host);
  else document.documentElement.append(host);
  if (put === 'float' && name) float(host, name);
}

/** Lays the mark over the free space behind a name; to be done again when the page's layout has changed. */
export function float(host: HTMLElement, name: Element): void {
  host.style.left = host.style.top = '0';
  const [from, to] = [host.getBoundingClientRect(), boxOf(name)];
  host.style.left = `${to.right + gapPx - from.left}px`;
  host.style.top = `${to.top + (to.height - from.height) / 2 - from.top}px`;
}

const gapPx = 8;
// About the width of the longest mark; what floats over the page may cover nothing in it.
const roomPx = 210;

function hasRoomBehind(name: Element): boolean {
  const { right, top, height } = boxOf(name);
  return [20, roomPx / 2, roomPx].every((step) => {
    const there = document.elementFromPoint(right + step, top + height / 2);
    return right + step < innerWidth && (!there || there.contains(name) || there.matches('[data-hullmark]'));
  });
}

// A heading is as wide as its column; what it says ends sooner.
function boxOf(name: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(name);
  return range.getBoundingClientRect();
}

const headingOrLink = 'h1, h2, h3, h4, h5, h6, a';

// A mark inside a heading or a link would be read as part of it, and a click on it would follow the link.
function outsideOfHeadings(element: Element): Element {
  const around = element.closest(headingOrLink);
  const further = around?.parentElement?.closest(headingOrLink);
  return further ? outsideOfHeadings(further) : (around ?? element);
}
