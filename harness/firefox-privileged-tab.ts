import type { Browser } from 'puppeteer-core';
import { bidi, jsonFrom } from './bidi.ts';
import { until } from './until.ts';

const tabs = new WeakMap<Browser, string>();

/**
 * Runs source in Firefox's (first) own window from a privileged page in a background tab, since Firefox 140 shows that window
 * to no driver (seen 2026-11). A tab that was closed is opened again.
 */
export async function runFromTab<T>(browser: Browser, source: string): Promise<T> {
  const run = (context: string) =>
    evaluate<T>(browser, context, `(${inWindow.toString()})(${JSON.stringify(source)})`);
  const known = tabs.get(browser);
  if (known && (await evaluate(browser, known, '"1"').catch(() => undefined))) return run(known);
  const { context } = await bidi<{ context: string }>(browser, 'browsingContext.create', {
    ...{ type: 'tab', background: true },
  });
  await bidi(browser, 'browsingContext.navigate', { context, url: 'about:config', wait: 'none' });
  await until('about:config to load', () =>
    evaluate(browser, context, 'String(location.protocol === "about:")'),
  );
  tabs.set(browser, context);
  return run(context);
}

async function evaluate<T>(browser: Browser, context: string, expression: string): Promise<T> {
  const script = { expression, target: { context }, awaitPromise: true };
  return jsonFrom(await bidi(browser, 'script.evaluate', script));
}

type Inside = {
  Services: { wm: { getMostRecentWindow(type: string): Window } };
  Cu: {
    Sandbox: new (window: Window, options: object) => object;
    evalInSandbox(source: string, sandbox: object): unknown;
  };
};

// Stands on its own, since it travels as text; the sandbox has all that the window has.
function inWindow(source: string): unknown {
  const { Services, Cu } = globalThis as unknown as Inside;
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  return Cu.evalInSandbox(source, new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false }));
}
