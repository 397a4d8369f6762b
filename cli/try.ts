import { tryInBrowser } from './try/in-browser.ts';
import { tryOnSavedPages } from './try/on-saved-pages.ts';
import type { Target } from '../harness/target.ts';

const target: Target = process.argv.includes('--firefox') ? 'firefox-mv3' : 'chrome-mv3';
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

if (process.argv.includes('--headless') || !hasDisplay) await tryOnSavedPages(target);
else await tryInBrowser(target);
