/** What a badge is drawn on: whether that is dark, and its colour where the badge takes it over. */
export type Ground = { isDark: boolean; ground?: string };

/**
 * What is drawn where the badge stands: by the topmost background there, by the colour of the text where a picture is drawn, and by
 * the page's colour scheme where nothing is.
 */
export function groundAt(stack: readonly Element[], host: Element, name: Element | undefined): Ground {
  for (const each of [...stack, document.body, document.documentElement]) {
    const { backgroundColor, backgroundImage, color } = getComputedStyle(each);
    const { lightness, alpha } = readColour(backgroundColor);
    if (backgroundImage !== 'none' || /^(img|video|canvas)$/i.test(each.localName))
      return { isDark: readColour(name ? getComputedStyle(name).color : color).lightness > 0.5 };
    if (alpha <= 0.5) continue;
    const isDark = lightness < 0.5;
    return isDark && isDimmed(lightness) && alpha === 1 ? { isDark, ground: backgroundColor } : { isDark };
  }
  // The host has the body's colour scheme, so its `CanvasText` is the page's.
  return { isDark: readColour(getComputedStyle(host).color).lightness > 0.5 };
}

// Where our own dark paper would look like a hole, and our colours can still be read.
const isDimmed = (lightness: number) => lightness > 0.1 && lightness < 0.2;

/** Lightness from 0 to 1, roughly, and alpha of a computed colour: `rgb()`, `color()`, `lab()`, `oklab()` and their kin. */
export function readColour(css: string): { lightness: number; alpha: number } {
  const numbers = css.replace(/^color\(\S+/, '').match(/-?[\d.]+(?:e-?\d+)?/g) ?? [];
  const [x = 0, y = 0, z = 0, alpha = 1] = numbers.map(Number);
  if (/^(ok)?l/.test(css)) return { lightness: css.startsWith('o') ? x : x / 100, alpha };
  return { lightness: (0.3 * x + 0.6 * y + 0.1 * z) / (css.startsWith('c') ? 1 : 255), alpha };
}
