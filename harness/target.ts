import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browsers, findBrowser } from './find-browser.ts';

export type Target = 'chrome-mv3' | 'firefox-mv3';

const all: Target[] = ['chrome-mv3', 'firefox-mv3'];

/** The builds a run proves: both, or those named in TARGETS (comma-separated). */
export const targets: Target[] = process.env.TARGETS
  ? all.filter((each) => process.env.TARGETS?.split(',').includes(each))
  : all;

export const isFirefox = (target: Target): boolean => target === 'firefox-mv3';

/** Where the build of a target lies; an end-to-end test proves what would be shipped. */
export const buildOf = (target: Target): string =>
  fileURLToPath(new URL(`../.output/${target}`, import.meta.url));

/** The path of the browser that runs a target; throws where it is not on this machine. */
export function browserFor(target: Target): string {
  const name = isFirefox(target) ? 'firefox' : 'chrome';
  const path = findBrowser(name);
  if (!path)
    throw new Error(`${browsers[name].title} not found: set ${browsers[name].variable} to its path.`);
  return path;
}

export type Manifest = {
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
};

/** The manifest that was built, which is the one truth about the popup's path and the add-on's id. */
export function readManifest(directory: string): Manifest {
  const path = `${directory}/manifest.json`;
  if (!existsSync(path)) throw new Error(`There is no build in ${directory}: build the extension first.`);
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/** The add-on id in a build for Firefox. */
export function readGeckoId(directory: string): string {
  const id = readManifest(directory).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${directory} names no gecko id.`);
  return id;
}
