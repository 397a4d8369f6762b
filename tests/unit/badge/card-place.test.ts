import { describe, expect, it } from 'vitest';
import { cardPlace } from '../../../badge/card-place.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, right: left + width, bottom: top + height },
});
const view = { width: 1280, height: 800 };
const card = { width: 320, height: 300 };
const row = (top: number, ...lefts: number[]) => lefts.map((left) => box(left, top, 60, 20));

describe('where a card opens', () => {
  it.each<[string, ReturnType<typeof box>, ReturnType<typeof row>, [number, number]]>([
    ['below its badge', box(300, 100, 200, 24), [], [300, 132]],
    ['in the window, to its left edge', box(-20, 100, 200, 24), [], [8, 132]],
    ['in the window, to its right edge', box(1070, 100, 200, 24), [], [952, 132]],
    ['above where there is no room below', box(300, 600, 200, 24), [], [300, 292]],
    ['below where tabs are elsewhere', box(300, 100, 200, 24), row(140, 20, 100, 700), [300, 132]],
    ['above where that covers no tabs', box(300, 400, 200, 24), row(440, 320, 400), [300, 92]],
    ['to the right where that covers none', box(300, 100, 200, 24), row(140, 320, 400), [508, 100]],
    ['to the left where that covers none', box(600, 100, 200, 24), row(140, 620, 900), [272, 100]],
    [
      'below a row of tabs that fills the window',
      box(300, 100, 200, 24),
      row(140, 20, 120, 220, 320, 420, 520, 620, 720),
      [300, 168],
    ],
    [
      'over the fewest tabs where it must cover some',
      box(300, 20, 200, 24),
      [60, 140, 220].flatMap((top) => row(top, 20, 120, 220, 320, 420, 820)),
      [508, 20],
    ],
  ])('%s', (_, badge, tabs, place) => expect(cardPlace(badge, card, view, tabs)).toEqual(place));

  it('is never reached over more than a row of tabs', () => {
    const tabs = row(140, 20, 120, 220, 320, 420, 520, 620, 720).map((each) => ({ ...each, bottom: 260 }));
    expect(cardPlace(box(300, 100, 200, 24), card, view, tabs)).toEqual([300, 132]);
  });
  it('is at the window’s top where it fits nowhere', () =>
    expect(cardPlace(box(20, 100, 200, 24), card, { width: 330, height: 310 }, [])).toEqual([8, 8]));
});
