import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chrome' | 'firefox';

/** Where each browser is looked for, in this order: the variable, commands on the PATH, the usual files. */
export const browsers = {
  chrome: {
    title: 'Chromium (or Google Chrome)',
    variable: 'CHROME_BIN',
    debianPackage: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    files: [
      ...applicationFiles('Chromium', 'Google Chrome', 'Microsoft Edge'),
      ...programFiles('Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'),
      ...programFiles('Microsoft/Edge/Application/msedge.exe'),
    ],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_BIN',
    debianPackage: 'firefox-esr',
    commands: ['firefox-esr', 'firefox'],
    files: [...applicationFiles('Firefox'), ...programFiles('Mozilla Firefox/firefox.exe')],
  },
};

/** The path of a browser on this machine; throws where the variable names something that is not a program. */
export function findBrowser(name: BrowserName): string | undefined {
  const { title, variable, commands, files } = browsers[name];
  const path = process.env[variable];
  if (!path) return [...commands.flatMap(onPath), ...files].find((file) => isProgram(file) && !isStub(file));
  if (isProgram(path)) return path;
  throw new Error(`${variable} is not a program: set it to the path of ${title}, or leave it out.`);
}

/** Every file of that name on the PATH that can be run. */
export function onPath(command: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's chromium-browser is a script that only says to install a snap, until that is there. */
function isStub(path: string): boolean {
  if (process.platform !== 'linux' || statSync(path).size > 50_000) return false;
  return readFileSync(path, 'utf8').includes('/snap/') && spawnSync(path, ['--version']).status !== 0;
}

function applicationFiles(...apps: string[]): string[] {
  if (process.platform !== 'darwin') return [];
  return apps.flatMap((app) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${app}.app/Contents/MacOS`, app === 'Firefox' ? 'firefox' : app),
    ),
  );
}

function programFiles(...files: string[]): string[] {
  if (process.platform !== 'win32') return [];
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': older, LOCALAPPDATA } = process.env;
  return [PROGRAMFILES, older, LOCALAPPDATA].flatMap((folder) =>
    folder ? files.map((file) => join(folder, file)) : [],
  );
}
