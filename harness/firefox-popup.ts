import type { KeyInput } from 'puppeteer-core';
import type { Popup } from './extension.ts';
import {
  isPopupOpen,
  popupColors,
  popupHides,
  popupPicture,
  popupPresses,
  popupRuns,
} from './firefox-panel.ts';
import { triggerAction } from './firefox-privileged.ts';
import type { InWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** Firefox's popup is a panel that WebDriver does not know, so every wish goes through the browser's own window. */
async function firefoxPopup(inWindow: InWindow, timeoutMs?: number): Promise<Popup> {
  await until('the popup to open', () => inWindow(isPopupOpen), timeoutMs);
  const run = async (expression: string, limitMs = 20_000) => {
    const { text, error } = await inWindow(popupRuns, expression, limitMs);
    if (error) throw new Error(error);
    return text;
  };
  const evaluate: Popup['evaluate'] = async (what, ...args) => {
    const call =
      typeof what === 'string'
        ? `(0, eval)(${JSON.stringify(what)})`
        : `(${what.toString()})(...${JSON.stringify(args)})`;
    const text = await run(inPage(`(async () => JSON.stringify(await ${call}))()`));
    return (text === undefined ? undefined : JSON.parse(text)) as never;
  };
  const popup: Popup = {
    evaluate,
    text: () => evaluate(() => document.body.innerText),
    html: () => evaluate(() => document.body.innerHTML),
    screenshot: async () => Buffer.from(await inWindow(popupPicture), 'base64'),
    async press(key) {
      await run(inPage(hearKeyUp));
      await inWindow(popupPresses, key, codeOf(key));
      // A key may close the popup.
      await run(inPage('keyUp'), 2_000).catch(() => undefined);
    },
    async click(selector) {
      const middle = await evaluate(middleOf, selector);
      if (!middle) throw new Error(`The popup has no ${selector}.`);
      await run(clickAt(middle));
    },
    setColorScheme: (scheme) => inWindow(popupColors, scheme),
    isOpen: () => inWindow(isPopupOpen),
    close: () => closed(inWindow),
  };
  await until('the popup to say something', () => run(inPage('document.body.innerText'), 500));
  return popup;
}

/** Closes the popup, again and again, since a panel that is still opening takes no notice of it. */
const closed = async (inWindow: InWindow): Promise<void> => {
  await until('the popup to close', async () => {
    await inWindow(popupHides);
    return !(await inWindow(isPopupOpen));
  });
};

// What a key does is done once it is up again, in a process of its own.
const hearKeyUp = `void (window.keyUp = new Promise((done) =>
  addEventListener('keyup', () => setTimeout(done), { capture: true, once: true })))`;

const maxTimes = 4;

/** Does what opens the popup, as a press of the toolbar button or a click on a badge, and gives the popup. */
export async function popupAfter(inWindow: InWindow, act: () => Promise<unknown>): Promise<Popup> {
  const opened = async (timeoutMs?: number) => {
    // What a failed test left open would be closed by the press instead.
    await closed(inWindow);
    await act();
    return firefoxPopup(inWindow, timeoutMs);
  };
  // On a busy machine the panel opens empty now and then (seen 2026-11); a person would press again.
  for (let times = 1; times < maxTimes; times += 1) {
    const popup = await opened(4_000).catch(() => undefined);
    if (popup) return popup;
  }
  return opened();
}

/** Presses the toolbar button of the add-on with this id in a window, and gives the popup it opens. */
export const pressAction = (inWindow: InWindow, id: string): Promise<Popup> =>
  popupAfter(inWindow, () => inWindow(triggerAction, id));

/** A frame script that runs source with the page's own privileges and globals, past the page's content security policy. */
const inPage = (source: string) =>
  `Cu.evalInSandbox(${JSON.stringify(source)}, new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`;

/** A frame script that moves the mouse there and clicks, trusted like a person's. */
// Firefox 140 has only the older of the two functions, later ones have only the newer (seen 2026-11).
const clickAt = ({ x, y }: { x: number; y: number }) =>
  `['mousemove', 'mousedown', 'mouseup'].forEach((type) => content.synthesizeMouseEvent
    ? content.synthesizeMouseEvent(type, ${x}, ${y}, { clickCount: 1 }, {})
    : content.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, 1, 0))`;

/** The physical key, which Firefox wants beside the character. */
function codeOf(key: KeyInput): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key === ' ' ? 'Space' : key;
}

function middleOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
