import type { Page } from 'puppeteer-core';
import { speaksBidi } from './bidi.ts';
import type { Privileged } from './firefox-privileged.ts';
import { firefoxWindow } from './firefox-window.ts';

type ShownAs = 'screen' | 'print' | 'forced colours';

/** Shows a page as it would be printed, or with the colours that a person has chosen for all pages. */
export async function showAs(page: Page, as: ShownAs): Promise<void> {
  if (speaksBidi(page.browser())) {
    await page.bringToFront();
    const inWindow = await firefoxWindow(page.browser());
    return inWindow(showForemostTabAs, as);
  }
  const cdp = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: as === 'forced colours' ? 'active' : 'none' }];
  await cdp.send('Emulation.setEmulatedMedia', { media: as === 'print' ? 'print' : '', features });
}

// Runs inside Firefox's own window.
function showForemostTabAs(as: string): void {
  const { gBrowser, Services } = globalThis as unknown as Privileged;
  // 2 lays the chosen colours over all pages, 0 over none but where high contrast is on.
  Services.prefs.setIntPref('browser.display.document_color_use', as === 'forced colours' ? 2 : 0);
  const context = gBrowser.selectedBrowser.browsingContext as { mediumOverride?: string } | null;
  if (context) context.mediumOverride = as === 'print' ? 'print' : '';
}
