// One state of a living page: how it is reached, and what has to be so once it stands still.
import type { Page, Viewport } from 'puppeteer-core';
import { badgeText, inBadge } from '../badge.ts';
import type { FakeWeb } from '../fake-web.ts';
import { viewport as usual } from '../media.ts';
import { until } from '../until.ts';
import type { Frame, Report } from './recorder.ts';

/** What is expected of the badge. */
export type Expected = {
  /** Where it stands; `seen` if it may be anywhere in sight, `hidden` if it is on the page or not, but nothing of it can be seen, focused or clicked. */
  put: 'float' | 'corner' | 'after' | 'beside' | 'seen' | 'hidden' | 'anywhere';
  /** The element whose text it stands right behind. */
  beside?: string;
  reads?: string;
  /** Elements that the change itself removes, with all in them. */
  mayGo?: string;
  /** No browser tells at once what comes to lie under the badge, so that it may take a quarter of a second to leave. */
  slow?: true;
  /** What errors of the page's own doing say, of which there must be one. */
  fails?: string;
};

/** What a page does, in the page; and what is expected then. */
export type Step = [does: ((...args: never[]) => unknown) | string, expected: Expected];

export type State = {
  at: string;
  body: string;
  viewport?: Viewport;
  /** What the page does by itself before it counts as arrived, as an expression. */
  once?: string;
  arrives: Expected;
  then?: Step[];
};

const stillFrames = 8;
const slowFrames = 15;

/** Opens a page and goes through its steps; throws with what was wrong. */
export async function prove(
  tab: Page,
  web: FakeWeb,
  { at, body, viewport, once, arrives, then = [] }: State,
) {
  const { host, pathname, search } = new URL(at);
  const undo = web.answer(host + pathname + search, { body });
  try {
    await tab.setViewport(viewport ?? usual);
    await tab.goto(at);
    if (once) await until(once, () => tab.evaluate(once) as Promise<boolean>);
    await holds(tab, arrives);
    for (const [does, expected] of then) {
      await change(tab, does);
      await holds(tab, expected);
    }
  } finally {
    undo();
  }
}

/** Lets the page change itself right behind a painted frame. */
const change = (tab: Page, does: Step[0]): Promise<unknown> =>
  tab.evaluate(`living.change(${typeof does === 'string' ? `() => { ${does} }` : String(does)})`);

/** Waits until the badge is where it is expected, and makes sure that nothing else happened on the way. */
export async function holds(tab: Page, expected: Expected): Promise<void> {
  let last: string = 'nothing';
  await until('the badge in its place', async () => {
    last = await tab.evaluate(isThere, expected);
    const { reads } = expected;
    if (last || !reads) return last === '';
    const text = await badgeText(tab);
    last = text === reads ? '' : `it reads ${text}`;
    return last === '';
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${last}`);
  });
  const frame = await tab.evaluate((count) => window.living.still(count), stillFrames);
  const after = await tab.evaluate(isThere, expected);
  if (after) throw new Error(`It did not stay: ${after}`);
  const report = await tab.evaluate((mayGo) => window.living.report(mayGo), expected.mayGo);
  const wrong = complaints(report, expected);
  if (wrong.length) throw new Error(wrong.join('; '));
  if (!frame.box || frame.unseen) await notFocusable(tab, frame);
  else await isSameBox(tab, frame);
}

function complaints({ errors, replaced, cover, mostHosts }: Report, { fails, slow }: Expected): string[] {
  const isOwn = (error: string) => fails !== undefined && error.includes(fails);
  return [
    ...errors.filter((error) => !isOwn(error)),
    ...(fails && !errors.some(isOwn) ? [`no error with ${fails}`] : []),
    ...replaced.map((name) => `${name} was replaced`),
    // The frame that shows a change may be painted before anything can hear of it.
    ...(cover.frames > (slow ? slowFrames : 1)
      ? [`over ${cover.over.join()} in ${cover.frames} frames`]
      : []),
    ...(mostHosts > 1 ? [`${mostHosts} hosts`] : []),
  ];
}

/** In the page: what is missing from what is expected, in words. */
function isThere({ put, beside }: Expected): string {
  const frame = window.living.latest();
  const now = JSON.stringify(frame);
  if (!frame) return 'no frame yet';
  if (frame.over.length) return `it covers something: ${now}`;
  const isSeen = frame.box !== undefined && !frame.unseen;
  if (put === 'hidden') return isSeen ? `it can be seen: ${now}` : '';
  if (put === 'anywhere') return '';
  if (!isSeen) return `it cannot be seen: ${now}`;
  const [left, top, width, height] = frame.box!;
  if (width < 60 || height < 20 || height > 30) return `its size is wrong: ${now}`;
  if (put === 'seen') return '';
  if (put === 'beside' ? frame.put === 'corner' : frame.put !== put) return `it is not ${put}: ${now}`;
  if (put === 'corner') {
    const toSide = Math.min(left, document.documentElement.clientWidth - left - width);
    const toEnd = Math.min(top, innerHeight - top - height);
    return toSide < 0 || toSide > 40 || toEnd < 0 || toEnd > 40 ? `it is not in a corner: ${now}` : '';
  }
  if (!beside) return '';
  const name = document.querySelector(beside);
  if (!name) return `there is no ${beside}`;
  const range = document.createRange();
  range.selectNodeContents(name);
  const text = range.getBoundingClientRect();
  const gap = getComputedStyle(name).direction === 'rtl' ? text.left - left - width : left - text.right;
  const offMiddle = top + height / 2 - (text.top + text.height / 2);
  const isBeside = gap >= -1 && gap <= 48 && Math.abs(offMiddle) <= 8;
  return isBeside
    ? ''
    : `${Math.round(gap)} px behind and ${Math.round(offMiddle)} px below the name: ${now}`;
}

/** Whatever cannot be seen takes no focus, unless that brings it into sight, and no click. */
async function notFocusable(tab: Page, { unseen }: Frame): Promise<void> {
  if (unseen === 'it is faded') {
    const takesClick = await tab.evaluate(() => {
      const [left, top, width, height] = window.living.latest()!.box!;
      return Boolean(
        document.elementFromPoint(left + width / 2, top + height / 2)?.hasAttribute('data-hullmark'),
      );
    });
    if (takesClick) throw new Error('it takes clicks although it cannot be seen');
  }
  // By the key, as a person comes to it: before it moves the focus, the page and we may still hide what it would reach.
  const stops = await tab.evaluate(() => document.querySelectorAll('a, button, input, summary').length + 2);
  for (let n = 0; n < stops; n += 1) {
    await tab.keyboard.press('Tab');
    const why = await tab.evaluate(async () => {
      if (!document.activeElement?.hasAttribute('data-hullmark')) return '';
      await window.living.painted(2);
      return window.living.latest()?.unseen;
    });
    if (why) throw new Error(`it takes the focus although ${why}`);
  }
  await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** The badge is as large as its host, or all that was measured is wrong. */
async function isSameBox(tab: Page, { box }: Frame): Promise<void> {
  const inner = await inBadge(tab, (root) => {
    const { left, top, width, height } = root.querySelector('.badge-root')!.getBoundingClientRect();
    return [left, top, width, height];
  });
  if (inner.some((value, n) => Math.abs(value - box![n]!) > 3))
    throw new Error(`The badge (${inner.join()}) is not where its host is (${box!.join()})`);
}
