import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { foundBrowsers, neededBrowsers } from './browsers.mjs';
import { npmCi } from './npm-ci.mjs';
import { root } from './process.mjs';
import { build, script, tool } from './tools.mjs';
import { zip } from './zip.mjs';

/** @typedef {(args: string[]) => Promise<void>} Run */

/**
 * What `npm run …` can do. Each task starts with the packages of the lockfile in place.
 * @type {Record<string, { does: string, run: Run }>}
 */
export const tasks = {
  dev: {
    does: 'starts a browser with the extension and rebuilds at each change (-- --firefox for Firefox)',
    run: dev,
  },
  build: { does: 'builds for Chrome, Firefox and Edge into .output', run: () => build(browsers, 'task') },
  zip: { does: 'makes the files for the stores', run: () => zip(browsers) },
  try: { does: 'shows the extension on a real page (-- --headless prints what it reads there)', run: tryOut },
  test: { does: 'runs every test, in Chromium and Firefox too', run: test },
  check: {
    does: 'runs every check of the sources and of the build (-- --fix repairs what it can)',
    run: check,
  },
  fix: { does: 'formats the sources and repairs what the linter can', run: fix },
  identify: {
    does: 'tells which tool an address is about',
    run: (args) => script('cli/identify.ts', args),
  },
  catalog: {
    does: 'keeps the catalog true (-- check, new, stale, stats, show, sample, log)',
    run: (args) => script('cli/catalog.ts', args),
  },
  feed: {
    does: 'makes and checks signed feeds (-- keygen, build, verify, serve, atom, rotate)',
    run: (args) => script('cli/feed.ts', args),
  },
  'new-site': {
    does: 'begins the adapter of a site from the address of one page on it',
    run: (args) => script('cli/new-site.ts', args),
  },
  bench: { does: 'measures beside a floor of the same run', run: bench },
};

const browsers = ['chrome', 'firefox', 'edge'];

/**
 * Sets up what every task needs, then runs one.
 * @param {string} name
 * @param {string[]} args
 */
export async function runTask(name, args) {
  await npmCi(root, 'Installing the packages of package-lock.json…');
  await tasks[name]?.run(args);
}

/** @type {Run} */
async function dev(args) {
  const { firefox, paths, rest } = await oneBrowser(args);
  await tool('wxt', ['-b', firefox ? 'firefox' : 'chrome', '--mv3', ...rest], 'task', paths);
}

/** @type {Run} */
async function tryOut(args) {
  const { firefox, paths, rest } = await oneBrowser(args);
  await build([firefox ? 'firefox' : 'chrome']);
  await script('cli/try.ts', firefox ? ['--firefox', ...rest] : rest, paths);
}

/**
 * Chromium, unless Firefox is asked for or all there is.
 * @param {string[]} args
 */
async function oneBrowser(args) {
  const found = await foundBrowsers(['chromium', 'firefox']);
  const firefox = args.includes('--firefox') || (!found.CHROME_BIN && Boolean(found.FIREFOX_BIN));
  const paths = await neededBrowsers([firefox ? 'firefox' : 'chromium']);
  return { firefox, paths, rest: args.filter((arg) => arg !== '--firefox') };
}

/** @type {Run} */
async function test(args) {
  const report = '.output/test-report.json';
  // A run that breaks off must not leave the counts of an earlier one.
  rmSync(join(root, report), { force: true });
  const paths = await neededBrowsers(['chromium', 'firefox']);
  await build(['chrome', 'firefox']);
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await tool('vitest', ['run', ...reports, ...args], 'task', paths);
}

/** @type {Run} */
async function check(args) {
  if (args.includes('--fix')) await fix([]);
  await script(
    'cli/check/run.ts',
    args.filter((arg) => arg !== '--fix'),
  );
}

/** @type {Run} */
async function fix() {
  // The linter reads the types that WXT makes from the entrypoints; every build makes them anew as well.
  await tool('wxt', ['prepare'], 'quiet');
  await tool('eslint', ['--fix', '.']);
  await tool('prettier', ['--write', '--log-level=warn', '.']);
}

/** @type {Run} */
async function bench(args) {
  const paths = await neededBrowsers(['chromium', 'firefox']);
  await build(['chrome', 'firefox']);
  await script('bench/index.ts', args, paths);
}
