// `npm run try`: the built extension on a tool's real page, or without a display on saved ones.
import { defineCommand } from 'citty';
import { findBrowser } from '../harness/find-browser.ts';
import { needBrowsers } from './browsers.ts';
import { build } from './build.ts';
import { runMain } from './run-command.ts';
import { tryInBrowser } from './try/in-browser.ts';
import { tryOnSavedPages } from './try/on-saved-pages.ts';

export const tryCommand = defineCommand({
  meta: { name: 'npm run try --', description: 'Shows the extension on a real page' },
  args: {
    firefox: { type: 'boolean', description: 'In Firefox, also where Chromium is installed' },
    headless: { type: 'boolean', description: 'Open two saved pages and print the verdicts rendered there' },
  },
  async run({ args }) {
    const isFirefox = args.firefox || (!findBrowser('chrome') && Boolean(findBrowser('firefox')));
    const browser = isFirefox ? 'firefox' : 'chrome';
    needBrowsers(browser);
    await build(browser);
    const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
    const show = args.headless || !hasDisplay ? tryOnSavedPages : tryInBrowser;
    await show(`${browser}-mv3`);
  },
});

await runMain(import.meta.filename, tryCommand);
