// `node cli/browsers.ts chrome firefox`: makes sure that these browsers are on this machine.
import { spawnSync } from 'node:child_process';
import { defineCommand } from 'citty';
import { browsers, findBrowser, onPath, type BrowserName } from '../harness/find-browser.ts';
import { CliError } from './cli-error.ts';
import { runMain } from './run-command.ts';
import { argument, oneOf } from './values.ts';

const browserNames = Object.keys(browsers) as BrowserName[];

export const installBrowsers = defineCommand({
  meta: { name: 'node cli/browsers.ts', description: 'Installs the browsers that are missing' },
  args: { '...names': argument(browserNames.join(', ')) },
  run: ({ args: { _: names } }) => needBrowsers(...names.map((name) => oneOf('NAMES', name, browserNames))),
});

/** Installs what is missing of these browsers on Debian as root; elsewhere throws with what to install. */
export function needBrowsers(...names: BrowserName[]): void {
  const missing = names.filter((name) => !findBrowser(name)).map((name) => browsers[name]);
  if (!missing.length) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  const hasApt = onPath('apt-get').length > 0;
  if (hasApt && process.getuid?.() === 0) aptInstall(packages);
  if (names.every(findBrowser)) return;

  const titles = missing.map(({ title }) => title).join(' and ');
  const variables = missing.map(({ variable }) => variable).join(' and ');
  const how = hasApt ? `run "sudo apt-get install ${packages.join(' ')}"` : 'install it';
  throw new CliError(`${titles} not found: ${how} or set ${variables} to the path, then run this again.`);
}

function aptInstall(packages: string[]): void {
  console.error(`Installing ${packages.join(' and ')} with apt-get…`);
  // A package source that does not answer fails the update, and need not be the one that we want.
  aptGet('update', '-qq');
  // Another apt-get, such as the daily upgrade, may hold the lock.
  const options = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const { status, stderr } = aptGet('install', ...options, ...packages);
  if (status !== 0) throw new CliError(`${stderr}\napt-get install ended with exit code ${status}.`);
}

function aptGet(...args: string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A service that apt-get starts would keep a pipe of standard output open (seen 2026-10).
  return spawnSync('apt-get', args, { encoding: 'utf8', env, stdio: ['ignore', 'ignore', 'pipe'] });
}

await runMain(import.meta.filename, installBrowsers);
