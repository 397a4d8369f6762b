import type { Anchor } from '../sites/site.ts';
import type { HostElement, Put } from './host-element.ts';
import { elementsAt, surroundings } from './surroundings.ts';

/**
 * Where the badge goes: after `anchor`, an element at or around the tool's `name`; without them into a corner. It `isHidden` while
 * nobody can see the name.
 */
export type Placement = { name?: Element; anchor?: Element; put: Put; isHidden?: boolean };

/**
 * The tool's name, where a page may show it, and the width in pixels that a floating badge needs. `idsOf` gives the page ids of an
 * address. With `waitsForIdle` the page stays untouched until it has settled; with `keepsCorner` a badge in the corner stays there.
 */
export type PlacementOptions = {
  name: string;
  anchors: readonly Anchor[];
  width: number;
  /** The page ids that the badge is for; the address may be another one already. */
  ids: readonly string[];
  idsOf: (url: string) => string[];
  /** Whether the page says that it is about the project in its address; without that there is no badge in the corner. */
  isNamed: () => boolean;
  waitsForIdle?: true;
  keepsCorner?: true;
};

/** What is known when a place is looked for; `shown` is the place where a person could see the badge until now. */
export type Search = {
  shown: Placement | undefined;
  hasLayout: boolean;
  isDistorted: ((parent: Element | null) => boolean) | undefined;
  cornerAllowed: boolean;
};

/**
 * The first anchor that is on the page, visible and the name of this page's tool; else the corner, once that is allowed. Without
 * layout, neither visibility nor space is looked at, since that would force one. With `isDistorted`, only where the page
 * does not change how the badge is drawn.
 */
export function findPlacement(
  { anchors, name, width, ids, idsOf, isNamed }: PlacementOptions,
  host: HostElement,
  { shown, hasLayout, isDistorted, cornerAllowed }: Search,
): Placement | undefined {
  let hidden: Placement | undefined;
  for (const { selector, put: wanted, named } of anchors) {
    const found = named ? findNamed(selector, name) : document.querySelector(selector);
    if (!found?.textContent?.trim()) continue;
    if (hasLayout && !found.checkVisibility()) continue;
    const anchor = outermostHeadingOrLink(found);
    if (!named && !leadsTo(found, anchor, ids, idsOf)) continue;
    const put = anchor.closest(hydrated) ? 'float' : wanted;
    if (isDistorted?.(put === 'after' ? anchor.parentElement : document.body)) continue;
    const placement = { name: found, anchor, put };
    const space = put === 'after' || !hasLayout ? 'free' : spaceBeside(found, host, width);
    if (space === 'free') return placement;
    // A page that covers the name for a while covers the badge too; it does not move meanwhile.
    if (space === 'unseen' && shown?.anchor === anchor) hidden ??= { ...placement, isHidden: true };
  }
  if (hidden) return hidden;
  const root = document.documentElement;
  if (!cornerAllowed || !root || isDistorted?.(root)) return undefined;
  return shown?.put === 'corner' || isNamed() ? { put: 'corner' } : undefined;
}

/** The element that the host is in: beside its anchor in the text, else in the body, where frameworks tolerate a last child. */
export function parentFor({ anchor, put }: Placement, avoidsBody: boolean): Node | null {
  if (put === 'after') return anchor!.parentNode;
  return (avoidsBody ? null : document.body) ?? document.documentElement;
}

/** Inserts the host without moving anything that the page has painted. */
export function mount({ anchor, put }: Placement, host: HostElement, parent: Node): void {
  host.place(put);
  host.draw({
    position: put === 'after' ? 'static' : 'absolute',
    left: 0,
    top: 0,
    isHidden: put !== 'after',
  });
  if (put === 'after') anchor!.after(host.element);
  else parent.appendChild(host.element);
}

/** Lays a floating host over the free space beside the name, just above what that is drawn in. */
export function updatePosition(name: Element, host: HostElement): void {
  const { layer, isFixed } = surroundings(name, host.element.parentElement);
  const position = isFixed ? 'fixed' : 'absolute';
  if (host.look.position !== position) host.draw({ position, left: 0, top: 0 });
  const [own, target] = [host.element.getBoundingClientRect(), textBox(name)];
  const left = isRightToLeft(name) ? target.left - gapPx - own.width : target.right + gapPx;
  const top = target.top + (target.height - own.height) / 2;
  // A name at the very top of the page is lower than the badge.
  const highest = isFixed ? 0 : -scrollY;
  moveTo(Math.round(left), Math.round(target.top < highest ? top : Math.max(top, highest)), host, own);
  host.draw({ layer });
}

/** Moves the host to a place in the window, by the difference to where it is drawn, whichever block contains it. */
export function moveTo(left: number, top: number, host: HostElement, own: DOMRect): void {
  const [x, y] = [left - own.left, top - own.top];
  if (Math.abs(x) < 0.5 && Math.abs(y) < 0.5) return;
  host.draw({ left: host.look.left + x, top: host.look.top + y });
}

const gapPx = 8;
// How far a hit may be from the next one: nothing that can be read or clicked is smaller.
const probeStepPx = 16;
// Half of the badge's height, without what may lie over the space between two lines.
const reachPx = 7;
// A header's name is among the first matches; product sites repeat their name further down.
const maxCandidates = 8;
// Below this, nobody reads what is faded.
const minOpacity = 0.5;
// What React takes over when it wakes up on the sites that have an anchor `after`: a foreign element in there makes it render all anew.
const hydrated = 'react-app, react-partial';

function findNamed(selector: string, name: string): Element | undefined {
  const candidates = [...document.querySelectorAll(selector)].slice(0, maxCandidates);
  const isNamed = (element: Element) => element.textContent.trim().toLowerCase() === name.toLowerCase();
  return candidates.find((element) => isNamed(element) && element.checkVisibility());
}

/** Whether a name is this page's: where links in it or beside it lead to tools, one of them leads here. */
function leadsTo(
  name: Element,
  { parentElement }: Element,
  ids: readonly string[],
  idsOf: (url: string) => string[],
): boolean {
  const linked = (element: Element | null) =>
    [...(element?.querySelectorAll('a') ?? [])]
      .filter(({ host }) => host === location.host)
      .flatMap(({ href }) => idsOf(href));
  const inside = linked(name);
  const found = inside.length ? inside : linked(parentElement);
  return found.length === 0 || found.some((id) => ids.includes(id));
}

// A floating badge must not cover anything of the page, nor show beside a name that is covered, clipped or faded.
function spaceBeside(
  name: Element,
  { element: host, widthBeside }: HostElement,
  estimate: number,
): 'free' | 'taken' | 'unseen' {
  const { left, right, top, height, width: nameWidth } = textBox(name);
  const middle = top + height / 2;
  const [atName] = elementsAt(left + nameWidth / 2, middle, host);
  const { opacity, isClipped, isFixed } = surroundings(name, null);
  if (opacity < minOpacity || isClipped || (isFixed && !atName)) return 'unseen';
  if (atName && !atName.contains(name) && !name.contains(atName)) return 'unseen';
  const toTheLeft = isRightToLeft(name);
  const width = gapPx + (widthBeside || estimate);
  const [from, to] = toTheLeft ? [left - width, left] : [right, right + width];
  if (from < 0 || to >= innerWidth) return 'taken';
  // Outside the window there is nothing to ask; when it comes in, this is asked again.
  if (!atName) return 'free';
  const bar = barAround(name);
  for (let x = to; x > from; x -= probeStepPx)
    for (const y of [middle - reachPx, middle, middle + reachPx]) {
      const [hit] = elementsAt(Math.max(from, toTheLeft ? x - gapPx : x), y, host);
      if (hit && !hit.contains(name)) return bar.contains(hit) ? 'taken' : 'unseen';
    }
  return hasTextBetween(name, bar, from, to, middle) ? 'taken' : 'free';
}

// Text that stands in an element around the name, not in one of its own, is not hit.
function hasTextBetween(name: Element, bar: Element, from: number, to: number, y: number): boolean {
  const range = document.createRange();
  for (let each = name.parentElement; each && bar.contains(each); each = each.parentElement)
    for (const node of each.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent!.trim()) continue;
      range.selectNode(node);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (left < to && right > from && top < y + reachPx && bottom > y - reachPx) return true;
    }
  return false;
}

const maxBarPx = 200;

/** The row that an element stands in: the highest one around it that is low. */
export function barAround(element: Element): Element {
  const parent = element.parentElement;
  if (!parent || parent === document.body || parent.getBoundingClientRect().height > maxBarPx) return element;
  return barAround(parent);
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
