// Runs before the npm scripts, so that they work in a bare clone. It needs Node 18 and npm, nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

const isWindows = process.platform === 'win32';
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const nodePackage = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;

if (!isNewEnough(process.versions.node) && !(nodePackage in optionalDependencies))
  stop(`Node ${process.versions.node} is too old: install Node 24 (or 22.18 and later) and run this again.`);
if (!isInstalled()) install();

/**
 * From 22.18 Node runs our TypeScript files as they are; Vitest and ESLint refuse 23.
 * @param {string} version
 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** Whether npm has installed packages since the lockfile changed; npm writes its own file last. */
function isInstalled() {
  // Somebody shares the folder of another working copy, and it is theirs to keep up to date.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const installed = join('node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
}

function install() {
  if (isWindows && process.execPath.includes(`${sep}node_modules${sep}`))
    stop('package-lock.json has changed: run "npm ci" and then this again.');

  process.stderr.write('Installing the packages of package-lock.json…\n');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // Debian's npm runs on Debian's Node only, so npm must not find ours.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { status, error, stdout, stderr } = spawnSync('npm', args, {
    encoding: 'utf8',
    shell: isWindows,
    env,
  });
  if (error) stop('npm is missing: install it (it comes with Node) and run this again.');
  if (status !== 0) stop(`${stdout}${stderr}\nnpm ci ended with exit code ${status}.`);
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
