import type { Anchor } from '../sites/site.ts';
import { createElement } from './create-element.ts';

/** Where the host stands: right behind an element, over the free space behind it, or in the window's corner. */
export type Put = Anchor['put'] | 'corner';

// No declaration of a page wins over an important one from inside the shadow tree, not even an inline one that is important too
// (https://drafts.csswg.org/css-cascade-5/#cascade-context). `all` leaves out the
// direction, which the root inside has of its own. Whether it shows at all stays the page's: it may hide a part with all that is in it.
// A flex container has no first line and no first letter that a page could style. By its colour scheme and `CanvasText`, the page's
// are known.
const always = 'all:initial;display:inline-flex;color-scheme:inherit;color:CanvasText';
const inFlow = 'margin:0 8px;vertical-align:middle';

/** How the host is drawn; `left` and `top` count from the corner of whatever block contains it. */
export type Look = {
  position: 'static' | 'absolute' | 'fixed';
  left: number;
  top: number;
  layer: number;
  isHidden: boolean;
  isDark: boolean | undefined;
  ground: string | undefined;
};

export type HostElement = ReturnType<typeof createHostElement>;

/**
 * The one element of ours on a page: a plain `span`, since a page's script can make a custom element throw. Its class, by which
 * our sheet holds it, is another one on each page; `data-hullmark` tells people and other extensions where a badge stands. Neither
 * gives a page's sheet anything to set: all about it is set from inside.
 */
export function createHostElement() {
  // A class in a selector begins with a letter.
  const token = `h${crypto.randomUUID()}`;
  const element = createElement('span', { class: token });
  const root = element.attachShadow({ mode: 'closed' });
  const [hostStyle, style] = [createElement('style', {}), createElement('style', {})];
  let put: Put | undefined;
  let width = 0;
  let isHeld = false;
  const look: Look = {
    position: 'static',
    left: 0,
    top: 0,
    layer: 0,
    isHidden: false,
    isDark: undefined,
    ground: undefined,
  };

  const important = (declarations: string) => declarations.replace(/;|$/g, '!important;');
  const update = () => {
    const { position, left, top, layer, isHidden, isDark, ground } = look;
    const stand =
      position === 'static' ? inFlow : `position:${position};left:${left}px;top:${top}px;z-index:${layer}`;
    const css =
      `:host{${important(`${always};visibility:${isHidden ? 'hidden' : 'inherit'};${stand}`)}}` +
      `.badge-root{color-scheme:${isDark === undefined ? 'light dark' : isDark ? 'dark' : 'light'}}` +
      // On a page that is dimmed rather than dark, our own paper would be a black hole.
      (ground ? `.badge-root>button:not(:hover){background:${ground}}` : '') +
      // By its place and not by an attribute, which the page could set.
      (put === 'corner' ? '' : '.name,.dismiss{display:none}') +
      `:host::before,:host::after{content:none!important}@media ${isHeld ? 'all' : 'print'}{:host{display:none!important}}`;
    if (hostStyle.textContent !== css) hostStyle.textContent = css;
  };

  return {
    element,
    root,
    token,
    get put() {
      return put;
    },
    /** The width that it has, or last had, beside a name: in the corner it says more. 0 before it stood beside one. */
    get widthBeside() {
      if (put !== 'corner') width = element.offsetWidth || width;
      return width;
    },
    fill(css: string, content: Element) {
      style.textContent = css;
      root.replaceChildren(hostStyle, style, content);
    },
    look: look as Readonly<Look>,
    /** Sets where it stands, for people and other extensions to see. */
    place(newPut: Put) {
      put = newPut;
      update();
      if (element.dataset.hullmark !== put) element.dataset.hullmark = put;
    },
    /** Changes how it is drawn; nothing is written where nothing is new. */
    draw(changes: Partial<Look>) {
      Object.assign(look, changes);
      update();
    },
    /** Runs a look while what lets clicks through does not, where the held sheet can arrange that. */
    uncover<T>(look: () => T): T {
      if (!import.meta.env.FIREFOX || !isHeld) return look();
      element.toggleAttribute('open', true);
      try {
        return look();
      } finally {
        element.removeAttribute('open');
      }
    },
    /** From now on it shows only while a sheet of the extension that names its class says so. */
    hold() {
      isHeld = true;
      update();
    },
  };
}
