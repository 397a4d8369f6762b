import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './process.mjs';

/** @typedef {import('./process.mjs').Output} Output */

/**
 * The file behind a command of an installed package: run by Node itself, it gets our signals on every system.
 * @param {string} name
 */
export function toolFile(name) {
  const packageName = name === 'tsc' ? 'typescript' : name;
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/**
 * Runs a command of an installed package.
 * @param {string} name
 * @param {string[]} args
 * @param {Output} [output]
 * @param {Record<string, string>} [env]
 */
export async function tool(name, args, output = 'task', env = {}) {
  await run([name, ...args].join(' '), process.execPath, [toolFile(name), ...args], { output, env });
}

/**
 * Runs one of our TypeScript files.
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export async function script(file, args, env) {
  // Node 22 would announce at every start that running TypeScript is new.
  const quiet = '--disable-warning=ExperimentalWarning';
  await run([file, ...args].join(' '), process.execPath, [quiet, file, ...args], { env });
}

/**
 * Builds the extension for the browsers named, by WXT's names; what WXT prints is kept unless it fails.
 * @param {string[]} browsers
 * @param {Output} [output]
 */
export async function build(browsers, output = 'quiet') {
  for (const browser of browsers) {
    say(`Building the extension for ${browser}…`);
    await tool('wxt', ['build', '-b', browser, '--mv3'], output);
  }
}
