import { createElement } from './create-element.ts';
import { badgeNotes, type BadgeContent } from './labels.ts';

/** Draws what stands beside a badge's verdict, in the place of what stood there. */
export function drawNotes(button: HTMLElement, content: BadgeContent): void {
  for (const note of button.querySelectorAll('.note')) note.remove();
  for (const [name, text, narrow = text] of badgeNotes(content))
    button.append(createElement('span', { class: `note ${name}`, 'data-text': text, 'data-narrow': narrow }));
}
