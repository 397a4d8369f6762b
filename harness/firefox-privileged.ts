// The little of Firefox's inner world that the tests touch; the functions here run inside Firefox, never in Node.

type BrowsingContext = {
  prefersColorSchemeOverride: string;
  currentWindowGlobal: {
    documentURI: { spec: string };
    drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>;
  } | null;
};

type MessageManager = { loadFrameScript(url: string, allowDelayed: boolean): void };

type Listen = (name: string, listener: (message: { data: string }) => void) => void;

export type RemoteBrowser = Element & {
  browsingContext: BrowsingContext | null;
  messageManager: MessageManager | null;
  focus(): void;
};

type Addon = {
  backgroundState: string;
  terminateBackground(): Promise<void>;
  allowedOrigins: { patterns: { pattern: string }[] };
};

type ExtensionParent = {
  apiManager: {
    global: { browserActionFor(addon: Addon): { triggerAction(window: Window): Promise<void> } };
  };
};

type ExtensionPermissions = {
  add(id: string, permissions: { permissions: string[]; origins: string[] }, addon: Addon): Promise<void>;
  remove(id: string, permissions: { permissions: string[]; origins: string[] }, addon: Addon): Promise<void>;
};

type TextInput = {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): number;
  keyup(event: KeyboardEvent): void;
};

/** What every privileged window has; the functions below take it from `globalThis`, as they travel alone. */
export type Privileged = {
  WebExtensionPolicy: { getByID(id: string): { extension: Addon; mozExtensionHostname: string } };
  ChromeUtils: {
    importESModule(url: string): {
      ExtensionParent: ExtensionParent;
      ExtensionPermissions: ExtensionPermissions;
    };
  };
  Services: {
    prefs: { setIntPref(name: string, value: number): void; setBoolPref(name: string, value: boolean): void };
    mm: { addMessageListener: Listen; removeMessageListener: Listen };
  };
  gBrowser: { selectedBrowser: RemoteBrowser };
  Cc: Record<string, { createInstance(type: unknown): TextInput }>;
  Ci: { nsITextInputProcessor: unknown };
};

/** Clicks the toolbar button, as a person would. */
export async function triggerAction(id: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Privileged;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** Ends the event page as Firefox does after half a minute of idleness. */
export async function terminateBackground(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as Privileged;
  await WebExtensionPolicy.getByID(id).extension.terminateBackground();
}

/** The host of the extension's own pages. */
export function uuidOf(id: string): string {
  const { WebExtensionPolicy } = globalThis as unknown as Privileged;
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}

/** `running`, `stopped` and whatever lies between. */
export function backgroundState(id: string): string {
  const { WebExtensionPolicy } = globalThis as unknown as Privileged;
  return WebExtensionPolicy.getByID(id).extension.backgroundState;
}

/** Grants access to an origin, as accepting the browser's prompt does. */
export async function addOrigin(id: string, origin: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Privileged;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: [], origins: [origin] }, extension);
}

/** Does what one switch in Firefox's "Permissions" tab does. */
export async function removeOrigin(id: string, origin: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Privileged;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.remove(id, { permissions: [], origins: [origin] }, extension);
}

/** Does what the switches in Firefox's "Permissions" tab do. */
export async function removeOrigins(id: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Privileged;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  const origins = extension.allowedOrigins.patterns.map(({ pattern }) => pattern);
  await ExtensionPermissions.remove(id, { permissions: [], origins }, extension);
}

/** Shows the foremost tab in this colour scheme. */
export function colorForemostTab(scheme: string): void {
  const { gBrowser } = globalThis as unknown as Privileged;
  const context = gBrowser.selectedBrowser.browsingContext;
  if (context) context.prefersColorSchemeOverride = scheme;
}

/** Tells all pages whether motion is wanted; Firefox has no such setting for one tab. */
export function reduceMotion(reduced: boolean): void {
  (globalThis as unknown as Privileged).Services.prefs.setIntPref('ui.prefersReducedMotion', reduced ? 1 : 0);
}
