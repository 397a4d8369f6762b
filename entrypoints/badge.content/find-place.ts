import type { Anchor } from '../../sites/site.ts';

/** Where the mark goes: behind an element of the page, or (no anchor) in the corner. */
export type Place = { anchor?: Element; put: Anchor['put'] | 'corner' };

/** The first anchor that is on the page and visible; else the corner, once that is allowed. */
export function findPlace(anchors: readonly Anchor[], cornerAllowed: boolean): Place | undefined {
  for (const { selector, put } of anchors) {
    const found = document.querySelector(selector);
    if (!found?.textContent?.trim() || !found.checkVisibility()) continue;
    if (put === 'after' || hasRoomBehind(found)) return { anchor: outsideOfHeadings(found), put };
  }
  return cornerAllowed && document.documentElement ? { put: 'corner' } : undefined;
}

/** Whether the mark is there. Parents are compared, not neighbours, or two extensions would push each other for ever. */
export function isIn({ anchor, put }: Place, host: HTMLElement): boolean {
  const parent = anchor ? anchor.parentNode : document.documentElement;
  return host.isConnected && host.parentNode === parent && host.dataset.hullmark === put;
}

/** Puts the mark there without moving anything of the page that has been painted. */
export function putIn({ anchor, put }: Place, host: HTMLElement): void {
  host.dataset.hullmark = put;
  host.removeAttribute('style');
  if (!(anchor instanceof HTMLElement)) return document.documentElement.append(host);
  anchor.after(host);
  if (put !== 'float') return;
  host.style.left = `${anchor.offsetLeft + anchor.offsetWidth + 8}px`;
  host.style.top = `${anchor.offsetTop + anchor.offsetHeight / 2 - 12}px`;
}

// About the width of the longest mark; what floats over the page may cover nothing in it.
const roomPx = 210;

function hasRoomBehind(anchor: Element): boolean {
  const { right, top, height } = anchor.getBoundingClientRect();
  return [20, roomPx / 2, roomPx].every((step) => {
    const there = document.elementFromPoint(right + step, top + height / 2);
    return (
      right + step < innerWidth && (!there || there.contains(anchor) || there.matches('[data-hullmark]'))
    );
  });
}

const headingOrLink = 'h1, h2, h3, h4, h5, h6, a';

// A mark inside a heading or a link would be read as part of it, and a click on it would follow the link.
function outsideOfHeadings(element: Element): Element {
  const around = element.closest(headingOrLink);
  const further = around?.parentElement?.closest(headingOrLink);
  return further ? outsideOfHeadings(further) : (around ?? element);
}
