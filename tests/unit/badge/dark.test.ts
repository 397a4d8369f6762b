import { describe, expect, it } from 'vitest';
import { readColour } from '../../../badge/dark.ts';

describe('the lightness of a computed colour', () => {
  it.each<[string, 'dark' | 'light', number]>([
    ['rgb(255, 255, 255)', 'light', 1],
    ['rgb(13, 17, 23)', 'dark', 1],
    ['rgb(48, 105, 152)', 'dark', 1],
    ['rgb(255, 212, 59)', 'light', 1],
    ['rgba(0, 0, 0, 0)', 'dark', 0],
    ['rgba(250, 250, 250, 0.9)', 'light', 0.9],
    ['color(srgb 0.05 0.06 0.08)', 'dark', 1],
    ['color(display-p3 0.98 0.98 0.98 / 0.5)', 'light', 0.5],
    ['color(a98-rgb 0.02 0.02 0.02)', 'dark', 1],
    ['oklch(0.21 0.006 285.885)', 'dark', 1],
    ['oklch(0.985 0 0 / 0.8)', 'light', 0.8],
    ['oklab(0.2 -0.01 -0.02)', 'dark', 1],
    ['lab(95 -1.2 3.4)', 'light', 1],
    ['lch(8.4 1e-7 0)', 'dark', 1],
  ])('%s is %s, and %d of it is drawn', (css, expected, alpha) => {
    const read = readColour(css);
    expect({ is: read.lightness < 0.5 ? 'dark' : 'light', alpha: read.alpha }).toEqual({
      is: expected,
      alpha,
    });
  });
});
