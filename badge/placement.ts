import type { Anchor } from '../sites/site.ts';
import { isDistorted } from './distortion.ts';
import type { HostElement, Put } from './host-element.ts';

/** Where the badge goes: after `anchor`, an element at or around the tool's `name`; without them into the corner. */
export type Placement = { name?: Element; anchor?: Element; put: Put };

/**
 * The tool's name, where a page may show it, and the width in pixels that a floating badge needs. With `waitsForIdle` the page
 * stays untouched until it has settled.
 */
export type PlacementOptions = {
  name: string;
  anchors: readonly Anchor[];
  width: number;
  waitsForIdle?: true;
};

/**
 * The first anchor that is on the page and visible; else the corner, once that is allowed. With `mistrusts`, only where the page
 * does not change how the badge is drawn.
 */
export function findPlacement(
  { anchors, name, width }: PlacementOptions,
  host: HostElement,
  cornerAllowed: boolean,
  mistrusts: boolean,
): Placement | undefined {
  for (const { selector, put, named } of anchors) {
    const found = named ? findNamed(selector, name) : document.querySelector(selector);
    if (!found?.textContent?.trim()) continue;
    // Before the load event, checking visibility would force an early layout.
    if (document.readyState === 'complete' && !found.checkVisibility()) continue;
    const anchor = outermostHeadingOrLink(found);
    if (mistrusts && isDistorted(anchor.parentElement)) continue;
    if (put === 'after' || hasSpaceBeside(found, width, host)) return { name: found, anchor, put };
  }
  const root = document.documentElement;
  return cornerAllowed && root && !(mistrusts && isDistorted(root)) ? { put: 'corner' } : undefined;
}

/** Whether the host is where it belongs. Its parent counts, not its neighbour, or two extensions would displace each other forever. */
export function isMounted({ anchor, put }: Placement, { element, put: hostPut }: HostElement): boolean {
  const parent = anchor ? anchor.parentNode : document.documentElement;
  return element.isConnected && element.parentNode === parent && hostPut === put;
}

/** Inserts the host without moving anything that the page has painted. */
export function mount(placement: Placement, host: HostElement): void {
  host.place(placement.put);
  if (placement.anchor) placement.anchor.after(host.element);
  else document.documentElement.append(host.element);
  updatePosition(placement, host);
}

/** Lays a floating host over the free space beside the name; to be repeated when the page's layout has changed. */
export function updatePosition({ name, put }: Placement, host: HostElement): void {
  if (!name || put !== 'float') return;
  host.place(put, ';left:0;top:0');
  const [origin, target] = [host.element.getBoundingClientRect(), textBox(name)];
  const left = isRightToLeft(name) ? target.left - gapPx - origin.width : target.right + gapPx;
  const top = target.top + (target.height - origin.height) / 2;
  host.place(put, `;left:${left - origin.left}px;top:${top - origin.top}px`);
}

const gapPx = 8;
// No word or button is narrower than this, so none fits between two probed points.
const probeStepPx = 40;
// A header's name is among the first matches; product sites repeat their name further down.
const maxCandidates = 8;

function findNamed(selector: string, name: string): Element | undefined {
  const candidates = [...document.querySelectorAll(selector)].slice(0, maxCandidates);
  const isNamed = (element: Element) => element.textContent.trim().toLowerCase() === name.toLowerCase();
  return candidates.find((element) => isNamed(element) && element.checkVisibility());
}

// A floating badge must not cover anything of the page.
function hasSpaceBeside(name: Element, width: number, host: HostElement): boolean {
  const { left, right, top, height } = textBox(name);
  const toTheLeft = isRightToLeft(name);
  const distances = Array.from({ length: Math.ceil(width / probeStepPx) }, (_, n) => width - n * probeStepPx);
  return distances.every((distance) => {
    const x = toTheLeft ? left - distance : right + distance;
    const hit = document.elementFromPoint(x, top + height / 2);
    return x >= 0 && x < innerWidth && (!hit || hit.contains(name) || hit === host.element);
  });
}

const isRightToLeft = (name: Element) => getComputedStyle(name).direction === 'rtl';

const maxPaddingPx = 40;

// A heading is as wide as its column, but its text ends sooner; a padded label counts with its padding.
function textBox(name: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(name);
  const [text, box] = [range.getBoundingClientRect(), name.getBoundingClientRect()];
  return box.width - text.width < maxPaddingPx ? box : text;
}

const headingOrLink = 'h1, h2, h3, h4, h5, h6, a';

// Inside a heading a screen reader would read the badge as part of it, and inside a link a click would follow the link.
function outermostHeadingOrLink(element: Element): Element {
  const closest = element.closest(headingOrLink);
  const outer = closest?.parentElement?.closest(headingOrLink);
  return outer ? outermostHeadingOrLink(outer) : (closest ?? element);
}
