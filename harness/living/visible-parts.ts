// Runs in a page: what of it a person could read or use.

/** Whether this is the host of a badge, or a copy of one; only its class, another one on each page, tells. */
export const isHost = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && /^h[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(node.className);

/** A node in words, for a test that fails. */
export const nameOf = (node: Node): string =>
  node instanceof Element
    ? `<${node.localName}${node.id && `#${node.id}`}>`
    : `“${node.textContent?.trim().slice(0, 30)}” in ${node.parentElement ? nameOf(node.parentElement) : '-'}`;

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** The page's own elements, and its texts that are more than space. */
export function ownNodes(): Node[] {
  const root = document.documentElement;
  const all: Node[] = [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (isHost(node) || elementOf(node)?.closest('script, template, style')) continue;
    if (node instanceof Element || node.textContent?.trim()) all.push(node);
  }
  return all;
}

const controls = 'input, button, select, textarea, img, svg, video, canvas, iframe, [role=button]';

/** Each text and each control, with the element that draws it and its boxes in the window. */
function* visibleParts(): Generator<{ node: Node; element: Element; box: DOMRect }> {
  const range = document.createRange();
  for (const node of ownNodes()) {
    if (node instanceof Element) {
      if (node.matches(controls)) yield { node, element: node, box: node.getBoundingClientRect() };
      continue;
    }
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) yield { node, element: node.parentElement!, box };
  }
}

/** Whether an element and all around it let next to nothing of it be seen. */
export function isFaded(element: Element): boolean {
  let left = 1;
  for (let each: Element | null = element; each; each = each.parentElement)
    left *= Number(getComputedStyle(each).opacity);
  return left < 0.1;
}

const isOpaque = (element: Element) => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const [, alpha = backgroundColor.startsWith('rgba') ? '0' : '1'] =
    /^rgba\(.*, ([\d.]+)\)$/.exec(backgroundColor) ?? [];
  return Number(alpha) > 0.9 || backgroundImage !== 'none' || element.matches('img, video, canvas, iframe');
};

/** Whether the host lies over a part of the page at a point: both are drawn there, the host above, nothing opaque between them. */
function coversAt(host: Element, part: Element, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
  const stack = document.elementsFromPoint(x, y);
  const hostAt = stack.indexOf(host);
  const partAt = stack.findIndex((each) => each !== host && part.contains(each));
  // What lets clicks through is drawn all the same; what is inert lies under a dialog.
  if (hostAt < 0) return getComputedStyle(host).pointerEvents === 'none' && !document.querySelector(':modal');
  if (partAt < 0) return getComputedStyle(part).pointerEvents === 'none';
  if (hostAt > partAt) return false;
  return !stack.slice(hostAt + 1, partAt).some((each) => !each.contains(part) && isOpaque(each));
}

/** The texts and controls that a host lies over. */
export function coveredBy(host: HTMLElement): string[] {
  const own = host.getBoundingClientRect();
  const covered: string[] = [];
  for (const { node, element, box } of visibleParts()) {
    // A pixel of rounding and the badge's own round ends cover nothing.
    const [left, right] = [Math.max(box.left, own.left + 2), Math.min(box.right, own.right - 2)];
    const [top, bottom] = [Math.max(box.top, own.top + 2), Math.min(box.bottom, own.bottom - 2)];
    if (right - left < 1 || bottom - top < 1 || host.contains(node)) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || isFaded(element)) continue;
    const y = (top + bottom) / 2;
    if ([(left + right) / 2, left + 0.5, right - 0.5].some((x) => coversAt(host, element, x, y)))
      covered.push(nameOf(node));
  }
  return covered;
}

/** Why a person cannot see a host that has a box, if so. */
export function unseenBecause(host: HTMLElement): string | undefined {
  if (isFaded(host)) return 'it is faded';
  const { left, top, width, height } = host.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'it is outside the window';
  const upmost = document.elementFromPoint(x, y);
  return upmost === host ? undefined : `${upmost ? nameOf(upmost) : 'nothing'} is over it`;
}
