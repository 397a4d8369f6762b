import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from './npm-ci.mjs';
import { Stop, finish, root } from './process.mjs';

const pinned = join(root, 'scripts', 'setup', 'pinned-node');
const home = join(root, '.node');
const program = process.platform === 'win32' ? 'node.exe' : 'node';

/** Those that npm offers as a package; pinned-node/package-lock.json holds their exact versions and hashes. */
const offered = ['darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'];

/**
 * Whether this Node runs our tools. From 22.18 it runs TypeScript as it is (our scripts), and WXT, Vitest and
 * puppeteer accept it; Vitest and ESLint refuse 23.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/**
 * Starts the launcher once more on the pinned Node, which it installs into `.node` if it is not there yet.
 * @param {string[]} args
 */
export async function startAgain(args) {
  const node = await pinnedNode();
  const { code } = await finish(node, [join(root, 'scripts', 'run.mjs'), ...args], { output: 'task' });
  // What failed has been said by the launcher that ran there.
  if (code !== 0) throw new Stop('', code);
}

async function pinnedNode() {
  const system = `${process.platform}-${process.arch}`;
  if (!offered.includes(system)) throw new Stop(advice('and npm offers no newer one for this system'));

  mkdirSync(home, { recursive: true });
  copyFileSync(join(pinned, 'package.json'), join(home, 'package.json'));
  copyFileSync(join(pinned, 'package-lock.json'), join(home, 'package-lock.json'));
  const because = `because Node ${process.versions.node} is too old`;
  const isNew = await npmCi(home, `Installing Node 24 into .node, ${because}…`);

  const node = join(home, 'node_modules', `node-${system.replace('win32', 'win')}`, 'bin', program);
  if (isNew && !(await runs(node))) throw new Stop(advice('and the one that npm offers does not run here'));
  return node;
}

/** @param {string} node */
async function runs(node) {
  try {
    return (await finish(node, ['--version'])).code === 0;
  } catch {
    return false;
  }
}

/** @param {string} why */
function advice(why) {
  return `Node ${process.versions.node} is too old ${why}: install Node 24 (or 22.18 and later) and run this again.`;
}
