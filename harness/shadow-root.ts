// The one way into a closed shadow root, which no page and no selector has: the browsers' own debugging protocols.
import type { CDPSession, Page } from 'puppeteer-core';
import { bidi, contextOf, jsonFrom, speaksBidi } from './bidi.ts';

/** Runs a function's source with the shadow root of the element that `host`, an expression, finds as its first argument; nothing when there is none. */
export const inShadowRoot = (
  page: Page,
  host: string,
  source: string,
  args: unknown[],
): Promise<{ value: unknown } | null> =>
  speaksBidi(page.browser()) ? throughBidi(page, host, source, args) : throughCdp(page, host, source, args);

const worldName = 'tests';

const wrapped = (source: string) =>
  `async (root, ...args) => JSON.stringify(await (${source})(root, ...args))`;

async function throughCdp(page: Page, host: string, source: string, args: unknown[]) {
  const cdp = await page.createCDPSession();
  try {
    const objectId = await shadowRootOf(cdp, host, await ourWorld(cdp));
    if (!objectId) return null;
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (...args) { return (${wrapped(source)})(this, ...args); }`,
      objectId,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return { value: typeof result.value === 'string' ? (JSON.parse(result.value) as unknown) : undefined };
  } finally {
    await cdp.detach();
  }
}

/** A world of our own, where a page's overwritten built-ins are whole. */
async function ourWorld(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName };
  return (await cdp.send('Page.createIsolatedWorld', world)).executionContextId;
}

async function shadowRootOf(cdp: CDPSession, host: string, contextId: number): Promise<string | undefined> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: host, contextId });
  if (!result.objectId) return undefined;
  const { node } = await cdp.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (!backendNodeId) return undefined;
  return (await cdp.send('DOM.resolveNode', { backendNodeId, executionContextId: contextId })).object
    .objectId;
}

type Found = { result: { value?: { shadowRoot?: { sharedId: string } | null } } };

async function throughBidi(page: Page, host: string, source: string, args: unknown[]) {
  const target = { context: contextOf(page), sandbox: worldName };
  const found = await bidi<Found>(page.browser(), 'script.callFunction', {
    functionDeclaration: `() => ${host}`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const sharedId = found.result.value?.shadowRoot?.sharedId;
  if (!sharedId) return null;
  const answer = await bidi(page.browser(), 'script.callFunction', {
    functionDeclaration: `(root, args) => (${wrapped(source)})(root, ...JSON.parse(args))`,
    target,
    arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(args) }],
    awaitPromise: true,
  });
  return { value: jsonFrom<unknown>(answer) };
}
