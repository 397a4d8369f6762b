import { basename } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { loopbackHosts } from './catalog/feed/feed-address.ts';
import floors from './floors.json' with { type: 'json' };
import { findBrowser } from './harness/find-browser.ts';
import { bareSites } from './cli/bare-sites.ts';
import { bareStart } from './cli/bare-start.ts';
import { foldColdCode } from './cli/fold-cold-code.ts';
import { plainColours } from './cli/plain-colours.ts';
import { readProduct } from './cli/product.ts';
import { pagePolicy } from './modules/page-policy.ts';
import productFile from './product.json' with { type: 'json' };
import { matches } from './sites/required.ts';

const product = readProduct(productFile);
const feedHosts = product.feed.url ? [`https://${new URL(product.feed.url).hostname}/*`] : [];

const loopback = loopbackHosts.map((host) => `http://${host}/*`);

const [chrome, firefox] = [findBrowser('chrome'), findBrowser('firefox')];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false }), plainColours(), bareSites(), bareStart(), foldColdCode()],
    build: { target: [`chrome${floors.chrome}`, `firefox${floors.firefox}`] },
    // `Ring.module.css` makes of `.ship` the class `Ring-ship`, which tests and people can read in every build.
    css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
  }),
  // The tests' server must not need a name that resolves.
  dev: { server: { host: '127.0.0.1' } },
  webExt: {
    binaries: {
      ...(chrome && { chrome }),
      ...(firefox && { firefox }),
    },
    ...(process.getuid?.() === 0 && { chromiumArgs: ['--no-sandbox'] }),
  },
  zip: {
    excludeSources: ['docs/picture/**'],
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
  },
  manifest: ({ browser, command }) => ({
    name: product.name,
    ...(product.home && { homepage_url: product.home }),
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms'],
    // Firefox would tell a host it was not granted which installation asks.
    host_permissions: [...matches, ...(browser === 'firefox' ? feedHosts : [])],
    // Declared here and not by WXT's content script, whose context would cost every page half a millisecond.
    content_scripts: [{ matches, js: ['badge.js'], run_at: 'document_start' }],
    // Firefox would tell this machine's own servers which installation asks, too.
    optional_host_permissions: ['https://*/*', ...(browser === 'firefox' ? loopback : [])],
    // While developing, WXT has its own, for the server that it starts.
    ...(command === 'build' && { content_security_policy: { extension_pages: pagePolicy } }),
    action: { default_title: product.name },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+H' } } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: product.geckoId,
              strict_min_version: `${floors.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: String(floors.chrome) }),
  }),
});
