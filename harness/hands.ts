import type { KeyInput } from 'puppeteer-core';
import type { Popup } from './extension.ts';
import { until } from './until.ts';

/** Uses a popup as a person does, by the names of things, and counts what that takes; opening it was the first click. */
export function handsOn(popup: Popup) {
  const count = { clicks: 1, keys: 0 };
  const press = async (key: KeyInput) => {
    count.keys += 1;
    await popup.press(key);
  };
  return {
    count,
    press,
    /** Clicks the button, link or item whose name begins with these words. */
    async click(name: string) {
      count.clicks += 1;
      const spot = `[data-spot="${count.clicks}"]`;
      await until(`“${name}” to click`, () => popup.evaluate(pointOut, name, String(count.clicks)));
      await popup.click(spot);
    },
    /** Goes there by Tab. */
    async tabTo(name: string, most = 60) {
      for (let steps = 0; steps < most; steps += 1) {
        await press('Tab');
        if (await popup.evaluate(isOn, name)) return;
      }
      throw new Error(`“${name}” was not reached with ${most} presses of Tab.`);
    },
  };
}

// These run in the popup.
function pointOut(name: string, spot: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('button, a, [role^=menuitem], [role=option]')];
  const found = all.find((each) =>
    (each.getAttribute('aria-label') ?? each.innerText).trim().replace(/\s+/g, ' ').startsWith(name),
  );
  found?.setAttribute('data-spot', spot);
  return Boolean(found);
}

function isOn(name: string): boolean {
  const on = document.activeElement as HTMLElement | null;
  return (on?.getAttribute('aria-label') ?? on?.innerText ?? '').trim().replace(/\s+/g, ' ').startsWith(name);
}
