import { places } from './browser-places.mjs';
import { findBrowser, onPath } from './find-browser.mjs';
import { Stop, finish, run, say } from './process.mjs';

/** @typedef {import('./browser-places.mjs').Browser} Browser */

/**
 * The paths of browsers under the names that our scripts read (CHROME_BIN, FIREFOX_BIN); installs what is missing
 * where it can.
 * @param {Browser[]} wanted
 */
export async function neededBrowsers(wanted) {
  const found = await foundBrowsers(wanted);
  const missing = wanted.filter((browser) => !found[places[browser].variable]);
  if (!missing.length) return found;

  if (!onPath('apt-get').length || process.getuid?.() !== 0) throw missingBrowsers(missing);
  await install(missing.map((browser) => places[browser].package));
  const installed = await foundBrowsers(missing);
  const stillMissing = missing.filter((browser) => !installed[places[browser].variable]);
  if (stillMissing.length) throw missingBrowsers(stillMissing);
  return { ...found, ...installed };
}

/**
 * The same, with those only that are there.
 * @param {Browser[]} wanted
 */
export async function foundBrowsers(wanted) {
  /** @type {Record<string, string>} */
  const paths = {};
  for (const browser of wanted) {
    const path = await findBrowser(browser);
    if (path) paths[places[browser].variable] = path;
  }
  return paths;
}

/** @param {string[]} packages */
async function install(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  say(`Installing ${packages.join(' and ')} with apt-get…`);
  // A source of packages that does not answer fails the update, and need not be the one we want.
  await finish('apt-get', ['update', '-qq'], { env });
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  const args = ['install', '-qq', '-y', '--no-install-recommends', ...patient, ...packages];
  await run(`apt-get ${args.join(' ')}`, 'apt-get', args, { output: 'quiet', env });
}

/** @param {Browser[]} missing */
function missingBrowsers(missing) {
  const names = missing.map((browser) => places[browser].name).join(' and ');
  const packages = missing.map((browser) => places[browser].package).join(' ');
  const variables = missing.map((browser) => places[browser].variable).join(' and ');
  const how = onPath('apt-get').length ? `run "sudo apt-get install ${packages}"` : 'install it';
  return new Stop(`${names} not found: ${how} or set ${variables} to the path, then run this again.`);
}
