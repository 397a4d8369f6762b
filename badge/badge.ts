import type { PageFinding } from '../catalog/page-findings.ts';
import { countFromLetters, percent, verdictWord } from '../catalog/verdict.ts';
import look from '../components/look.css?inline';
import badgeStyle from './badge.css?inline';
import { createElement } from './create-element.ts';
import type { HostElement } from './host-element.ts';
import { createInteraction, type Callbacks } from './interaction.ts';
import { accessibleName, badgeSuffixes, type BadgeContent } from './labels.ts';
import { ringStyle } from './ring.ts';

/** The badge beside a tool's name, and its style. What it does is added with the first pointer or focus on it, since most pages see none. */
export function createBadge(content: BadgeContent, host: HostElement, callbacks: Callbacks) {
  const button = createButton(content);
  const root = createElement('div', { class: 'badge-root', lang: 'en', dir: 'ltr', title: '' }, button);
  let findings: readonly PageFinding[] = [];
  let interaction: ReturnType<typeof createInteraction> | undefined;

  const begin = (event: Event) => {
    if (!event.isTrusted || interaction) return;
    interaction = createInteraction(content, { host, root, button }, callbacks, findings);
    interaction.open(event);
  };
  root.addEventListener('pointerenter', begin);
  root.addEventListener('focusin', begin);

  return {
    element: root,
    css: look + badgeStyle + ringStyle(countFromLetters(content.record.votes) ? content.record.votes : ''),
    end: () => interaction?.end(),
    /** Adds a dot to the ring, or puts a warning in its place, and rows to the card; a badge that grew would move the page around it. */
    showFindings(found: readonly PageFinding[]) {
      if (found.length === 0 && findings.length === 0) return;
      findings = found;
      button.classList.toggle('has-findings', found.length > 0);
      button.classList.toggle(
        'has-warning',
        found.some(({ kind }) => kind === 'warning'),
      );
      button.setAttribute('aria-label', accessibleName(content, found));
      interaction?.showFindings(found);
    },
  };
}

function createButton(content: BadgeContent): HTMLButtonElement {
  const { votes, price } = content.record;
  const count = countFromLetters(votes);
  const button = createElement(
    'button',
    {
      class: 'badge',
      type: 'button',
      'aria-label': accessibleName(content, []),
      'aria-expanded': 'false',
    },
    createElement('span', { class: count ? 'ring' : 'ring none', 'aria-hidden': 'true' }),
    count
      ? createElement(
          'span',
          { class: 'verdict' },
          createElement('b', { class: verdictWord(count), 'data-text': verdictWord(count) }),
          createElement('span', { 'data-text': `${percent(count)}%` }),
        )
      : createElement('span', { 'data-text': price }),
  );
  for (const [className, text] of badgeSuffixes(content))
    button.append(createElement('span', { class: className, 'data-text': text }));
  return button;
}
