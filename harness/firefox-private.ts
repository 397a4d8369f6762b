// What Firefox's private windows ask for; the functions here run inside Firefox, never in Node.
import type { Privileged } from './firefox-privileged.ts';

type Modules = {
  ChromeUtils: {
    importESModule(url: string): {
      AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
    };
  };
};

/** Does what "Run in Private Windows" in Firefox's page of add-ons does. */
export async function allowInPrivate(id: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Privileged;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
  await ExtensionPermissions.add(id, permissions, extension);
  const { AddonManager } = (globalThis as unknown as Modules).ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  await (await AddonManager.getAddonByID(id)).reload();
}

type Opening = {
  OpenBrowserWindow(of: { private: boolean }): Window & {
    delayedStartupPromise: Promise<void>;
    openTrustedLinkIn(url: string, where: string): void;
  };
};

/** Opens an address in a new private window. */
export async function openPrivateWindow(url: string): Promise<void> {
  const opened = (globalThis as unknown as Opening).OpenBrowserWindow({ private: true });
  await new Promise((loaded) => opened.addEventListener('load', loaded, { once: true }));
  await opened.delayedStartupPromise;
  opened.openTrustedLinkIn(url, 'current');
}
