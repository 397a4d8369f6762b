import type { MediaFeature, Page } from 'puppeteer-core';
import { bidi, contextOf } from './bidi.ts';

const wanted = new WeakMap<Page, Map<string, string>>();

/** Chromium replaces all emulated media features at each call, so those set before are told again. */
export async function emulateMedia(page: Page, { name, value }: MediaFeature): Promise<void> {
  const features = wanted.get(page) ?? new Map<string, string>();
  wanted.set(page, features.set(name, value));
  await page.emulateMediaFeatures([...features].map(([name, value]) => ({ name, value })));
}

const width = 1280;
const height = 800;

export const viewport = { width, height };

/** At 200 % a window shows half as many CSS pixels, each twice as large; that is what a page can tell of zoom. */
export const zoomTo = (page: Page, zoom: number): Promise<void> =>
  page.setViewport({ ...zoomed(zoom), deviceScaleFactor: zoom });

/** The same over BiDi alone, since puppeteer also sets the orientation of the screen, which Firefox 140 cannot (seen 2026-11). */
export async function zoomFirefox(page: Page, zoom: number): Promise<void> {
  const wanted = { context: contextOf(page), viewport: zoomed(zoom), devicePixelRatio: zoom };
  await bidi(page.browser(), 'browsingContext.setViewport', wanted);
}

const zoomed = (zoom: number) => ({ width: Math.round(width / zoom), height: Math.round(height / zoom) });
