import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { badgeHost, badgeText } from '../../harness/badge.ts';
import { hostilePage } from '../../harness/hostile-page.ts';
import { axolotl, extensionTest, inEachBrowser, unknownRepository } from './extension-test.ts';

const test = extensionTest();

// The same page where the extension has no access.
const elsewhere = 'https://example.com/axolotl-ai-cloud/axolotl';
type Recorder = { record(): Record<string, unknown> };

inEachBrowser('a page without a badge', () => {
  test('notices nothing of the extension: no rule, event, attribute, property or change', async ({
    visit,
    noBadge,
    store,
    web,
  }) => {
    const body = hostilePage().replace('<head>', () => `<head><script>(${watch.toString()})()</script>`);
    for (const address of [axolotl, unknownRepository, elsewhere])
      web.answer(address.replace('https://', ''), { body });
    const seenOn = async (address: string) => {
      const page = await visit(address);
      await noBadge(page);
      return recorded(page);
    };
    const plain = await seenOn(elsewhere);
    expect(await seenOn(unknownRepository)).toEqual(plain);
    await store({ badgePosition: 'toolbar' });
    expect(await seenOn(axolotl)).toEqual(plain);
    await store({ badgePosition: 'beside', disabledHosts: ['github.com'] });
    expect(await seenOn(axolotl)).toEqual(plain);
    // With a badge, the same record is another: it can tell.
    await store({ disabledHosts: [] });
    const page = await visit(axolotl);
    await badgeText(page);
    expect(await recorded(page)).not.toEqual(plain);
    const [first, second] = await Promise.all(
      [page, await visit(axolotl)].map(async (each) =>
        (await badgeHost(each)).evaluate((host) => host.outerHTML),
      ),
    );
    // Where a badge is, a page sees a span that says so, with a class of its own for each load.
    expect(first).toMatch(/^<span class="h[\da-f-]{36}" data-hullmark="after"><\/span>$/);
    expect(first).not.toBe(second);
  });
});

const recorded = async (page: Page) => {
  // Whatever the script does when the page is idle has happened by now.
  await page.evaluate(async () => {
    for (let n = 0; n < 3; n += 1) await new Promise((idle) => requestIdleCallback(idle));
  });
  return page.evaluate(() => (window as unknown as Recorder).record());
};

/** Runs before anything else in the page, and watches for what a script of an extension could leave there. */
function watch(): void {
  const events: string[] = [];
  const changes: string[] = [];
  const before = Object.getOwnPropertyNames(window).length;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    events.push(`dispatched ${event.type}`);
    return dispatchEvent.call(this, event);
  };
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
    events.push(`listened for ${args[0]}`);
    return addEventListener.apply(this, args);
  };
  // Every event that one of our scripts has ever made.
  for (const type of ['hullmark:started', 'hullmark', 'badge'])
    addEventListener.call(document, type, () => events.push(type));
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records)
      if (document.readyState === 'complete')
        changes.push(
          `${type} ${target.nodeName} ${attributeName} ${[...addedNodes].map((node) => node.nodeName).join()}`,
        );
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const probes = [
    '<span data-hullmark></span>',
    '<span data-hullmark="after"></span>',
    '<span data-hullmark="corner"></span>',
    '<span class="badge"></span>',
    '<span class="badge-root"></span>',
    '<button class="badge"></button>',
    '<div class="card"></div>',
    '<i class="ring"></i>',
    '<span class="h00000000-0000-4000-8000-000000000000" open></span>',
    '<hullmark-badge></hullmark-badge>',
  ];
  const record = () => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const styleOf = (html: string) => {
      holder.innerHTML = html;
      const style = getComputedStyle(holder.firstElementChild!);
      return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`);
    };
    // Beside the same element without anything, since the window of another page may have another size.
    const styles = probes.map((html) => {
      const bare = new Set(styleOf(html.replace(/ [^>]*>/, '>')));
      return styleOf(html).filter((each) => !bare.has(each));
    });
    holder.remove();
    return {
      events,
      changes,
      styles,
      globals: Object.getOwnPropertyNames(window).length - before,
      attributes: [document.documentElement, document.head, document.body].map((each) =>
        each.getAttributeNames(),
      ),
      children: [document.documentElement, document.head, document.body].map(
        (each) => each.childElementCount,
      ),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      entries: performance
        .getEntries()
        .map(({ entryType, name }) => `${entryType} ${name.replace(/^https:.*/, 'a page')}`)
        .filter((each) => !/paint|visibility|layout|interaction|event|animation/.test(each))
        .sort(),
      spans: document.querySelectorAll('span:empty').length,
    };
  };
  Object.assign(window, { record });
}
