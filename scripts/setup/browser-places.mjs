import { homedir } from 'node:os';
import { join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} Browser */
/** @typedef {{ name: string, variable: string, package: string, commands: string[], files: string[] }} Place */

/**
 * Where each browser is looked for, in this order: the variable, commands on the PATH, the usual files.
 * @type {Record<Browser, Place>}
 */
export const places = {
  chromium: {
    name: 'Chromium (or Google Chrome)',
    variable: 'CHROME_BIN',
    package: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    files: usualFiles({
      mac: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
      windows: [
        'Chromium/Application/chrome.exe',
        'Google/Chrome/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ],
    }),
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_BIN',
    package: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    files: usualFiles({ mac: ['Firefox'], windows: ['Mozilla Firefox/firefox.exe'] }),
  },
};

/** @param {{ mac: string[], windows: string[] }} programs */
function usualFiles({ mac, windows }) {
  if (process.platform === 'darwin') return mac.flatMap(applicationFiles);
  if (process.platform === 'win32') return windows.flatMap(programFiles);
  return [];
}

/** @param {string} app */
function applicationFiles(app) {
  const program = app === 'Firefox' ? 'firefox' : app;
  return ['/Applications', join(homedir(), 'Applications')].map((folder) =>
    join(folder, `${app}.app`, 'Contents', 'MacOS', program),
  );
}

/** @param {string} file */
function programFiles(file) {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': older, LOCALAPPDATA } = process.env;
  return [PROGRAMFILES, older, LOCALAPPDATA].flatMap((folder) => (folder ? [join(folder, file)] : []));
}
