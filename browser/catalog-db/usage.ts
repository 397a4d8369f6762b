import browser from 'webextension-polyfill';

/** How many bytes the extension keeps on this device, as far as the browser tells. */
export async function readUsage(): Promise<number | undefined> {
  const { local } = browser.storage as unknown as { local: { getBytesInUse?(): Promise<number> } };
  // Firefox counts its storage area in the estimate; Chromium tells of it here alone.
  const [{ usage }, area] = await Promise.all([navigator.storage.estimate(), local.getBytesInUse?.() ?? 0]);
  return usage === undefined ? undefined : usage + area;
}
