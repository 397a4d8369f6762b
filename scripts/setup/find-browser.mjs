import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { places } from './browser-places.mjs';
import { Stop, finish } from './process.mjs';

/**
 * The path of a browser that is on this machine.
 * @param {import('./browser-places.mjs').Browser} browser
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser(browser) {
  const { name, variable, commands, files } = places[browser];
  const given = process.env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Stop(`${variable} is no program: set it to the path of ${name}, or leave it out.`);
  }
  for (const path of [...commands.flatMap(onPath), ...files]) {
    if (isProgram(path) && (await answers(path))) return path;
  }
  return undefined;
}

/**
 * Where the PATH has a command.
 * @param {string} command
 */
export function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).filter(isProgram);
}

/** @param {string} path */
async function answers(path) {
  // Outside Linux a browser that is asked for its version may open a window.
  if (process.platform !== 'linux') return true;
  // Ubuntu's chromium-browser is a program that only says where the browser is to be had.
  return (await finish(path, ['--version'])).code === 0;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
