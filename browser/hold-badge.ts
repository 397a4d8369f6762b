import browser from 'webextension-polyfill';

/**
 * Lets a badge show through a user's sheet, which no page overrides and which Firefox removes with the extension; says whether that
 * worked. The rule names a class that only this page has, and not before it has a badge. While the host has the attribute `open`,
 * elements that let clicks through do not, so that the badge can find out whether one covers it.
 */
export async function holdBadge(token: unknown, tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined || typeof token !== 'string' || !/^h[\da-f-]{36}$/.test(token)) return false;
  const css = `@media not print{.${token}{display:inline-flex!important}}
:root:has(.${token}[open]) *,:root:has(.${token}[open]) ::before,:root:has(.${token}[open]) ::after{pointer-events:auto!important}`;
  try {
    await browser.scripting.insertCSS({ target: { tabId }, css, origin: 'USER' });
    return true;
  } catch {
    return false;
  }
}
