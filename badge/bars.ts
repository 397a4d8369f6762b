import { countFromLetters } from '../catalog/verdict.ts';
import { createElement } from './create-element.ts';

/** The panel as five bars in fixed seat order, by its letters: ship filled, skip with a notch, not asked dashed; all dashed without a verdict. */
export function createBars(votes: string): HTMLElement {
  const letters = countFromLetters(votes) ? votes : '-----';
  const bars = [...letters].map((letter) => createElement('i', { class: letter }));
  return createElement('span', { class: 'bars', 'aria-hidden': 'true' }, ...bars);
}
