import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './process.mjs';
import { tool } from './tools.mjs';

const output = join(root, '.output');

/**
 * Makes the stores' files (Firefox's with its sources) and prints the SHA-256 of each, so that anyone can compare.
 * @param {string[]} browsers
 */
export async function zip(browsers) {
  for (const name of zips()) rmSync(join(output, name));
  for (const browser of browsers) {
    say(`Zipping the extension for ${browser}…`);
    await tool('wxt', ['zip', '-b', browser, '--mv3'], 'quiet');
  }
  for (const name of zips()) console.log(`${sha256(join(output, name))}  .output/${name}`);
}

function zips() {
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .filter((name) => name.endsWith('.zip'))
    .sort();
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
