// What axe does not see: measured where a person would put finger, eye or keyboard.

/** Runs in a page or with a shadow root: the first of the controls that are too small, what sticks out sideways, words broken in two, words that only a pointer can read. */
export function layoutFaults(root: Document | ShadowRoot = document): string[] {
  const least = 24;
  const faults: string[] = [];
  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is for screen readers alone, or shows itself at the focus, is a dot until then.
    const isHidden = /inset\(50%\)|rect\(/.test(
      getComputedStyle(element).clipPath + getComputedStyle(element).clip,
    );
    return element.checkVisibility({ visibilityProperty: true }) && width > 2 && height > 2 && !isHidden;
  };
  const nameOf = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
    return `${element.localName} “${words.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  };

  // A link inside a sentence is as high as its line; all else is meant for a finger too.
  const isInSentence = (link: Element) =>
    link.localName === 'a' &&
    getComputedStyle(link).display === 'inline' &&
    [...link.parentNode!.childNodes].some(
      (each) => each.nodeType === 3 && each.textContent!.trim().length > 8,
    );
  const controls =
    'a[href], button, input, select, textarea, summary, [role=option], [role^=menuitem], [role=tab], [role=combobox]';
  for (const control of root.querySelectorAll(controls)) {
    if (!shown(control) || isInSentence(control)) continue;
    const target = control.matches('[type=radio], [type=checkbox]')
      ? (control.closest('label') ?? control)
      : control;
    const { width, height } = target.getBoundingClientRect();
    if (Math.min(width, height) < least - 0.5)
      faults.push(`too small, ${Math.round(width)} × ${Math.round(height)}: ${nameOf(control)}`);
  }

  // A page that is not ours may be wider than its window; a badge must not be.
  const window = document.documentElement.clientWidth;
  if (root === document) {
    const wide = document.documentElement.scrollWidth;
    const out = [...root.querySelectorAll('body *')].filter(
      (each) => shown(each) && each.getBoundingClientRect().right > window + 1,
    );
    if (wide > window + 1)
      faults.push(`scrolls sideways, ${wide} in ${window} pixels: ${nameOf(out.at(-1)!)}`);
  } else
    for (const part of root.querySelectorAll('button, [popover]'))
      if (part.getBoundingClientRect().width > window) faults.push(`wider than the window: ${nameOf(part)}`);

  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest('script, style, textarea') || !shown(element)) continue;
    // Addresses, names and versions without end may break anywhere, and some scripts have no spaces.
    for (const { 0: token, index } of node.textContent!.matchAll(/[^\s\p{Pd}]+/gu)) {
      if (token.length > 20 || /[/+_]|[^\p{Script=Latin}\p{N}\p{P}\p{S}]/u.test(token)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + token.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) faults.push(`broken in two: “${token}” in ${nameOf(element)}`);
    }
  }

  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (const element of root.querySelectorAll('[title]')) {
    const title = element.getAttribute('title')!;
    const words = `${element.textContent} ${element.getAttribute('aria-label')} ${element.getAttribute('aria-description')}`;
    if (title && !letters(words).includes(letters(title)))
      faults.push(`only a pointer reads “${title}” of ${nameOf(element)}`);
  }
  // More of a kind say nothing new.
  return [...new Set(faults)].slice(0, 12);
}

/** Runs in a page: headings out of order, landmarks that are missing, drawings of votes without words. */
export function structureFaults(): string[] {
  const faults: string[] = [];
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) =>
    each.checkVisibility(),
  );
  const levels = headings.map(({ localName }) => Number(localName[1]));
  if (levels.filter((level) => level === 1).length !== 1) faults.push(`not one h1 but ${levels.join(' ')}`);
  for (const [at, level] of levels.entries())
    if (level > (levels[at - 1] ?? 0) + 1)
      faults.push(`h${level} “${headings[at]!.textContent}” leaves out a level`);
  for (const heading of headings) {
    if (!heading.textContent.trim()) faults.push(`an empty ${heading.localName}`);
    const control = heading.querySelector('button, select, input');
    if (control) faults.push(`the heading “${heading.textContent}” holds a control`);
  }
  const mains = document.querySelectorAll('main, [role=main]').length;
  if (mains !== 1) faults.push(`${mains} main landmarks`);
  for (const bars of document.querySelectorAll('[class*=bars]')) {
    if (bars.getAttribute('role') === 'img' && bars.getAttribute('aria-label')) continue;
    const words = bars.parentElement?.parentElement?.textContent ?? '';
    if (bars.getAttribute('aria-hidden') !== 'true' || !/ship|skip|split|reviewed|\d of \d/i.test(words))
      faults.push(`votes as bars without words in “${words.slice(0, 40)}”`);
  }
  return [...new Set(faults)];
}

/** Runs in a page: what moves although a person wants stillness. */
export function movingParts(): string[] {
  const seconds = (list: string) => Math.max(...list.split(',').map(parseFloat));
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
    const moves =
      seconds(transitionDuration) > 0.01 || (animationName !== 'none' && seconds(animationDuration) > 0.01);
    return moves ? [`${element.localName}.${element.className}`] : [];
  });
}

/** Runs in a page: where the focus is, and whether that can be seen. */
export function focusSeen(): { on: string; isSeen: boolean } {
  const element = document.activeElement;
  if (!element || element === document.body) return { on: '', isSeen: true };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  const on = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
  return { on: `${element.localName} “${on}”`, isSeen: isMarked && width > 1 && height > 1 };
}
