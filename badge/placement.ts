import type { Anchor } from '../sites/site.ts';

/** Where the mark goes: behind an element of the page that carries the name, or (no anchor) in the corner. */
export type Placement = { name?: Element; anchor?: Element; put: Anchor['put'] | 'corner' };

/**
 * The tool's name, where a page may carry it, how much free space a mark that floats needs (in pixels), and whether
 * nothing may be put there before the page has settled.
 */
export type PlacementOptions = {
  name: string;
  anchors: readonly Anchor[];
  room: number;
  waitsForIdle?: true;
};

/** The first anchor that is on the page and visible; else the corner, once that is allowed. */
export function findPlacement(
  { anchors, name, room }: PlacementOptions,
  cornerAllowed: boolean,
): Placement | undefined {
  for (const { selector, put, named } of anchors) {
    const found = named ? called(selector, name) : document.querySelector(selector);
    if (!found?.textContent?.trim()) continue;
    // Before the load event a look at the layout would make the browser do it early, and on our account.
    if (document.readyState === 'complete' && !found.checkVisibility()) continue;
    if (put === 'after' || hasRoomBehind(found, room))
      return { name: found, anchor: outsideOfHeadings(found), put };
  }
  return cornerAllowed && document.documentElement ? { put: 'corner' } : undefined;
}

/** Whether the mark is there. Parents are compared, not neighbours, or two extensions would push each other for ever. */
export function isMounted({ anchor, put }: Placement, host: HTMLElement): boolean {
  const parent = anchor ? anchor.parentNode : document.documentElement;
  return host.isConnected && host.parentNode === parent && host.dataset.hullmark === put;
}

/** Puts the mark there without moving anything of the page that has been painted. */
export function mount({ anchor, put, name }: Placement, host: HTMLElement): void {
  host.dataset.hullmark = put;
  host.removeAttribute('style');
  if (anchor) anchor.after(host);
  else document.documentElement.append(host);
  if (put === 'float' && name) position(host, name);
}

/** Lays the mark over the free space behind a name; to be done again when the page's layout has changed. */
export function position(host: HTMLElement, name: Element): void {
  host.style.left = host.style.top = '0';
  const [from, to] = [host.getBoundingClientRect(), boxOf(name)];
  const left = readsLeftwards(name) ? to.left - gapPx - from.width : to.right + gapPx;
  host.style.left = `${left - from.left}px`;
  host.style.top = `${to.top + (to.height - from.height) / 2 - from.top}px`;
}

const gapPx = 8;
// No word and no button of a page is narrower than this, so between two looks nothing hides.
const stepPx = 40;
// Product sites repeat their name; one that is not among the first is none of the header's.
const maxCandidates = 8;

function called(selector: string, name: string): Element | undefined {
  const found = [...document.querySelectorAll(selector)].slice(0, maxCandidates);
  const says = (element: Element) => element.textContent.trim().toLowerCase() === name.toLowerCase();
  return found.find((element) => says(element) && element.checkVisibility());
}

// What floats over the page may cover nothing in it.
function hasRoomBehind(name: Element, room: number): boolean {
  const { left, right, top, height } = boxOf(name);
  const isLeftwards = readsLeftwards(name);
  const steps = Array.from({ length: Math.ceil(room / stepPx) }, (_, at) => room - at * stepPx);
  return steps.every((step) => {
    const x = isLeftwards ? left - step : right + step;
    const there = document.elementFromPoint(x, top + height / 2);
    return x >= 0 && x < innerWidth && (!there || there.contains(name) || there.matches('[data-hullmark]'));
  });
}

const readsLeftwards = (name: Element) => getComputedStyle(name).direction === 'rtl';

// A heading is as wide as its column; what it says ends sooner. A label's frame, though, is its own.
function boxOf(name: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(name);
  const [words, frame] = [range.getBoundingClientRect(), name.getBoundingClientRect()];
  return frame.width - words.width < framePx ? frame : words;
}

const framePx = 40;

const headingOrLink = 'h1, h2, h3, h4, h5, h6, a';

// A mark inside a heading or a link would be read as part of it, and a click on it would follow the link.
function outsideOfHeadings(element: Element): Element {
  const around = element.closest(headingOrLink);
  const further = around?.parentElement?.closest(headingOrLink);
  return further ? outsideOfHeadings(further) : (around ?? element);
}
