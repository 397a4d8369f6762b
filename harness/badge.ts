import type { ElementHandle, Page } from 'puppeteer-core';
import { inShadowRoot } from './shadow-root.ts';
import { until } from './until.ts';

/** Runs in a page: its elements that are hosts of a badge, or copies of one; only their class, another one on each page, tells. */
const badgeHosts = (): HTMLElement[] =>
  [...document.querySelectorAll('span')].filter(({ className }) =>
    /^h[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(className),
  );

const host = `(${badgeHosts.toString()})()[0]`;

export type Box = { x: number; y: number; width: number; height: number };

/** Runs a function with the badge's closed shadow root; it must stand on its own and hand back JSON. */
export async function inBadge<A extends unknown[], T>(
  page: Page,
  fn: (root: ShadowRoot, ...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  const answer = await inShadowRoot(page, host, fn.toString(), args);
  if (!answer) throw new Error(`There is no badge on ${page.url()}.`);
  return answer.value as T;
}

/** How many badges the page holds now, foreign copies of the host among them. */
export const badgeCount = async (page: Page): Promise<number> =>
  (await page.evaluate(`(${badgeHosts.toString()})().length`)) as number;

/** The host element, as the page has it. */
export const badgeHost = (page: Page): Promise<ElementHandle<HTMLElement>> =>
  until(`a badge on ${page.url()}`, async () => {
    const found = await page.evaluateHandle(host);
    return found.asElement() as ElementHandle<HTMLElement> | null;
  });

export type Place = 'after' | 'float' | 'corner';

/** Where the badge stands. */
export const badgePlace = (page: Page): Promise<Place> =>
  inBadge(page, (root) => (root.host as HTMLElement).dataset.hullmark as Place);

/** Waits until the badge stands in one of these places. */
export const badgeIn = (page: Page, ...places: Place[]): Promise<unknown> =>
  until(`the badge in its place (${places.join(' or ')})`, async () =>
    places.includes(await badgePlace(page)),
  );

/** What the badge reads, once it is there: `Ship 3 of 4`; without the name that stands first in a corner. */
export const badgeText = (page: Page, part = 'button', ms?: number): Promise<string> =>
  until(`a badge on ${page.url()}`, () => inBadge(page, textOf, part), ms);

/** Waits until the badge reads exactly this. */
export async function badgeReads(page: Page, text: string, part = 'button'): Promise<void> {
  await until(`the badge to read ${text}`, async () => (await inBadge(page, textOf, part)) === text);
}

/** Waits until the badge reacts to pointer, focus and clicks, which it does once the page was idle. */
export async function badgeReacts(page: Page): Promise<void> {
  await until('the badge to react', () =>
    inBadge(page, (root) => root.querySelector('button')!.hasAttribute('aria-expanded')),
  );
}

/** Waits until the badge has left. */
export async function badgeGone(page: Page): Promise<void> {
  await until('the badge to leave', async () => (await badgeCount(page)) === 0);
}

/** Where a part of the badge stands in the window, scrolled into sight. */
export async function badgeBox(page: Page, part = 'button'): Promise<Box> {
  const box = await inBadge(page, boxOf, part);
  if (!box) throw new Error(`The badge has no ${part} that can be seen.`);
  return box;
}

/** Moves the mouse over a part of the badge. */
export async function hoverBadge(page: Page, part?: string): Promise<void> {
  const { x, y } = middle(await badgeBox(page, part));
  await page.mouse.move(x, y, { steps: 4 });
}

/** Moves the mouse to the window's corner, away from the badge. */
export const leaveBadge = (page: Page): Promise<void> => page.mouse.move(1, 1, { steps: 4 });

// Longer than a badge has to be seen before a click counts.
const pressMs = 400;

/** Clicks the badge with the mouse, as a person does who has looked at its card first. */
export async function clickBadge(page: Page): Promise<void> {
  await badgeReacts(page);
  await hoverBadge(page);
  await until('the card of the badge', () =>
    inBadge(page, (root) => root.querySelector('button')!.getAttribute('aria-expanded') === 'true'),
  );
  const { x, y } = middle(await badgeBox(page));
  await page.mouse.click(x, y, { delay: pressMs });
}

/** Goes by Tab from the page's start until the badge has the focus, and says how many steps that took. */
export async function tabToBadge(page: Page, most = 60): Promise<number> {
  for (let steps = 1; steps <= most; steps += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(page)) return steps;
  }
  throw new Error(`The badge was not reached with ${most} presses of Tab.`);
}

/** Whether the focus is in the badge. */
export const isFocused = async (page: Page): Promise<boolean> =>
  (await page.evaluate(`document.activeElement === ${host}`)) as boolean;

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function textOf(root: ShadowRoot, part: string): string {
  const texts = [...(root.querySelector(part)?.querySelectorAll<HTMLElement>('[data-text]') ?? [])];
  const isRead = (each: HTMLElement) => each.checkVisibility() && !each.matches('bdi.name');
  return texts.flatMap((each) => (isRead(each) ? each.dataset.text : [])).join(' ');
}

function boxOf(root: ShadowRoot, part: string): Box | null {
  const element = root.querySelector(part);
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return width && height ? { x, y, width, height } : null;
}
