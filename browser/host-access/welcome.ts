import browser from 'webextension-polyfill';

/**
 * After an installation, opens the welcome page if a right is missing that the installation should have brought: browsers
 * and their administrators let people leave it out, and without it the extension would look dead.
 */
export async function openWelcomePage(reason: string): Promise<void> {
  const origins = browser.runtime.getManifest().host_permissions ?? [];
  if (reason !== 'install' || (await browser.permissions.contains({ origins }))) return;
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
