// What is done to the popup's panel inside Firefox's own window; each function travels there alone.
import type { Privileged, RemoteBrowser } from './firefox-privileged.ts';

/** Whether the panel is there and has left about:blank. */
export function isPopupOpen(): boolean {
  // One that has closed may still be there, empty.
  const all = [...document.querySelectorAll<RemoteBrowser>('.webextension-popup-browser')];
  const panel = all.findLast((each) =>
    each.browsingContext?.currentWindowGlobal?.documentURI.spec.startsWith('moz-extension:'),
  );
  return panel !== undefined;
}

/** Runs an expression as a frame script in the popup's process; it hands back text, or the error it met. */
export function popupRuns(expression: string, limitMs: number): Promise<{ text?: string; error?: string }> {
  const { Services } = globalThis as unknown as Privileged;
  // One that has closed may still be there, empty.
  const all = [...document.querySelectorAll<RemoteBrowser>('.webextension-popup-browser')];
  const panel = all.findLast((each) =>
    each.browsingContext?.currentWindowGlobal?.documentURI.spec.startsWith('moz-extension:'),
  );
  const manager = panel?.messageManager;
  if (!manager) throw new Error('The popup is not open.');
  const name = `hullmark:${String(Math.random())}`;
  const script = `Promise.resolve(${expression}).then(
    (text) => sendAsyncMessage('${name}', JSON.stringify({ text })),
    (error) => sendAsyncMessage('${name}', JSON.stringify({ error: String(error) })),
  )`;
  return new Promise((done) => {
    // Firefox moves a preloaded popup into its panel, so the answer may come from another element than was asked.
    const listen = ({ data }: { data: string }) => end(JSON.parse(data) as { text?: string; error?: string });
    const end = (answer: { text?: string; error?: string }) => {
      Services.mm.removeMessageListener(name, listen);
      done(answer);
    };
    Services.mm.addMessageListener(name, listen);
    setTimeout(() => end({ error: 'The popup gave no answer.' }), limitMs);
    manager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

/** Types one key where the focus is, through the same door as a keyboard, so that Escape closes the panel too. */
export function popupPresses(key: string, code: string): void {
  const { Cc, Ci } = globalThis as unknown as Privileged;
  // One that has closed may still be there, empty.
  const all = [...document.querySelectorAll<RemoteBrowser>('.webextension-popup-browser')];
  const panel = all.findLast((each) =>
    each.browsingContext?.currentWindowGlobal?.documentURI.spec.startsWith('moz-extension:'),
  );
  panel?.focus();
  const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
  if (!input?.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys.');
  const event = new KeyboardEvent('', { key, code });
  input.keydown(event);
  input.keyup(event);
}

/** A PNG of the popup, as base64. */
export async function popupPicture(): Promise<string> {
  // One that has closed may still be there, empty.
  const all = [...document.querySelectorAll<RemoteBrowser>('.webextension-popup-browser')];
  const panel = all.findLast((each) =>
    each.browsingContext?.currentWindowGlobal?.documentURI.spec.startsWith('moz-extension:'),
  );
  const picture = await panel?.browsingContext?.currentWindowGlobal?.drawSnapshot(null, 1, 'white');
  if (!picture) throw new Error('The popup is not open.');
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Shows the popup in this colour scheme. */
export function popupColors(scheme: string): void {
  // One that has closed may still be there, empty.
  const all = [...document.querySelectorAll<RemoteBrowser>('.webextension-popup-browser')];
  const panel = all.findLast((each) =>
    each.browsingContext?.currentWindowGlobal?.documentURI.spec.startsWith('moz-extension:'),
  );
  if (panel?.browsingContext) panel.browsingContext.prefersColorSchemeOverride = scheme;
}

/** Closes the panel, also one that has stayed open after its popup has gone. */
export function popupHides(): void {
  for (const panel of document.querySelectorAll<HTMLElement & { hidePopup(): void }>(
    'panel:has(.webextension-popup-browser), #customizationui-widget-panel',
  ))
    panel.hidePopup();
}
