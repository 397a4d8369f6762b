import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, root, run, say } from './process.mjs';

const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
const pinnedNpm = join(root, '.node', 'node_modules', 'npm', 'bin', 'npm-cli.js');

/**
 * Installs exactly what a folder's lockfile says, unless that is what is there.
 * @param {string} folder
 * @param {string} sentence said before it installs
 * @returns {Promise<boolean>} whether it installed
 */
export async function npmCi(folder, sentence) {
  const stamp = join(folder, 'node_modules', '.hullmark-lock');
  const lockfile = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lockfile) return false;

  say(sentence);
  await npm(['ci', '--prefix', folder, ...options]);
  writeFileSync(stamp, `${lockfile}\n`);
  return true;
}

/** @param {string[]} args */
async function npm(args) {
  const { command, first = [], shell = false } = npmCommand();
  try {
    await run(`npm ${args.join(' ')}`, command, [...first, ...args], { output: 'quiet', shell });
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('npm is missing: install it (it comes with Node) and run this again.');
  }
}

/** @returns {{ command: string, first?: string[], shell?: boolean }} */
function npmCommand() {
  // Debian's npm runs on Debian's Node only, so the pinned Node has an npm of its own.
  const onPinnedNode = process.execPath.startsWith(join(root, '.node'));
  if (onPinnedNode && existsSync(pinnedNpm)) return { command: process.execPath, first: [pinnedNpm] };

  const caller = process.env.npm_execpath ?? '';
  if (caller.endsWith('npm-cli.js')) return { command: process.execPath, first: [caller] };
  return { command: 'npm', shell: process.platform === 'win32' };
}
