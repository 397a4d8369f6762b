import type { BadgeParts } from '../browser/isolated-world.ts';
import { createElement } from './create-element.ts';
import { watchSight } from './sight.ts';

/** Adds the button that hides the badge on this page; it shows in the corner only. Returns how to end that. */
export function addDismiss({ host, root, record, onDismiss }: BadgeParts): () => void {
  root.querySelector('.dismiss')?.remove();
  const button = createElement('button', {
    class: 'dismiss',
    type: 'button',
    'aria-label': `Hide badge on this page (${record.name})`,
    'data-text': '×',
  });
  root.append(button);
  const sight = watchSight(host, button);
  for (const type of ['pointerenter', 'focus'] as const)
    button.addEventListener(type, () => void sight.start());
  for (const type of ['pointerleave', 'blur'] as const) button.addEventListener(type, sight.stop);
  button.addEventListener('click', (event) => sight.allows(event) && onDismiss());
  return sight.stop;
}
