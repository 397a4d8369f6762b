import type { Extension } from './extension.ts';

/** Gives a headless browser a screen of 1280 × 1000, since its own is 600 pixels high, which cuts a popup off (seen 2026-11). */
export async function useLargeScreen(extension: Extension): Promise<void> {
  const page = await extension.newPage();
  const session = await page.createCDPSession();
  const [screen] = await extension.browser.screens();
  // Puppeteer does not know this method yet (seen 2026-11).
  const send = session.send.bind(session) as unknown as (method: string, to: object) => Promise<unknown>;
  await send('Emulation.updateScreen', { screenId: screen?.id, width: 1280, height: 1000 });
  await page.close();
}
