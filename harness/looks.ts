// The ways in which a view is shown to a person, each set on an open page and taken back by the next.
import type { CDPSession, Page } from 'puppeteer-core';
import type { ViewKind } from './views.ts';

type Look = {
  scheme: 'light' | 'dark';
  forced?: boolean;
  width?: number;
  zoom?: number;
  rightToLeft?: boolean;
  isStill?: boolean;
  /** One of GitHub's own themes, for pages of sites alone. */
  theme?: keyof typeof themes;
};

// What GitHub's pages have under and around a name, by theme (read 2026-11): canvas, header, text, quiet text, line, link.
const themes = {
  dark_dimmed: ['dark', '#212830', '#262c36', '#d1d7e0', '#9198a1', '#3d444d', '#478be6'],
  dark_high_contrast: ['dark', '#010409', '#010409', '#ffffff', '#b7bdc8', '#b7bdc8', '#74b9ff'],
  light_high_contrast: ['light', '#ffffff', '#e6eaef', '#010409', '#454c54', '#454c54', '#023b95'],
} as const;

export const looks = {
  light: { scheme: 'light' },
  dark: { scheme: 'dark' },
  dimmed: { scheme: 'dark', theme: 'dark_dimmed' },
  'high-contrast-light': { scheme: 'light', theme: 'light_high_contrast' },
  'high-contrast-dark': { scheme: 'dark', theme: 'dark_high_contrast' },
  'forced-colours': { scheme: 'dark', forced: true },
  'forced-colours-light': { scheme: 'light', forced: true },
  '400-px': { scheme: 'light', width: 400, isStill: true },
  '200-percent': { scheme: 'light', zoom: 2 },
  'right-to-left': { scheme: 'light', rightToLeft: true },
} satisfies Record<string, Look>;

export type LookName = keyof typeof looks;

/** The looks that say something of a kind of view: themes are the sites', and a popup is never wider than 400 pixels. */
export const looksOf = (kind: ViewKind): LookName[] =>
  (Object.entries(looks) as [LookName, Look][])
    .filter(([, { theme, width }]) => (kind === 'site' || !theme) && (kind !== 'popup' || !width))
    .map(([name]) => name);

const sizes: Record<'site' | 'own', { width: number; height: number }> = {
  site: { width: 1280, height: 620 },
  own: { width: 1280, height: 800 },
};

/** Shows an open page so; Chromium only, as no other browser lets a driver set all of it. */
export async function lookAs(page: Page, kind: ViewKind, name: LookName): Promise<void> {
  const { scheme, forced, width, zoom = 1, rightToLeft, isStill, theme }: Look = looks[name];
  const session = await sessionOf(page);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: isStill ? 'reduce' : 'no-preference' },
    ],
  });
  if (kind !== 'popup') {
    const { width: usual, height } = sizes[kind];
    await page.setViewport({
      width: (width ?? usual) / zoom,
      height: height / zoom,
      deviceScaleFactor: zoom,
    });
  }
  // No protocol sets the size of a popup, which grows with what it holds up to the browser's limit.
  else await page.evaluate((zoom) => (document.documentElement.style.zoom = zoom), String(zoom));
  await page.evaluate(dress, theme ? [theme, ...themes[theme]] : null, Boolean(rightToLeft));
}

const sessions = new WeakMap<Page, CDPSession>();

// What a session has set ends with it, so each page keeps its own.
async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  return session;
}

// Runs in the page.
function dress(theme: string[] | null, rightToLeft: boolean): void {
  const root = document.documentElement;
  const [name = '', mode = 'auto', paper, wash, ink, soft, line, link] = theme ?? [];
  if (root.dataset.colorMode) root.dataset.colorMode = mode;
  if (name) root.dataset[mode === 'dark' ? 'darkTheme' : 'lightTheme'] = name;
  const colours = { paper, wash, ink, soft, line, link };
  for (const [key, value] of Object.entries(colours))
    if (value) root.style.setProperty(`--${key}`, value);
    else root.style.removeProperty(`--${key}`);
  root.dir = rightToLeft ? 'rtl' : '';
  if (!root.getAttribute('dir')) root.removeAttribute('dir');
}
