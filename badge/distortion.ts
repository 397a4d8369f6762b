// What an element can do to all that is in it.
const effects = [
  'opacity',
  'filter',
  'mixBlendMode',
  'clip',
  'clipPath',
  'maskImage',
  'webkitMaskBoxImageSource',
  'webkitBoxReflect',
  'scale',
  'rotate',
  'offsetPath',
  'perspective',
  'zoom',
  'transform',
];
// Being moved is harmless too.
const harmless = /^(|1|auto|none|normal|matrix\(1, 0, 0, 1,.*)$/;

/**
 * Whether an element or one around it changes how all in it is drawn: faded, filtered, clipped, turned, enlarged. From inside, nothing
 * undoes that.
 */
export function isDistorted(element: Element | null): boolean {
  for (let each = element; each; each = parentOf(each)) {
    const style = getComputedStyle(each) as unknown as Record<string, string | undefined>;
    if (!effects.every((name) => harmless.test(style[name] ?? ''))) return true;
  }
  return false;
}

const parentOf = (element: Element) =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
