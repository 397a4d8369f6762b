// `node cli/setup.mjs [file] [arguments]`: every npm script begins with it, so that each works in a bare clone without scripts
// that npm runs by itself (.npmrc forbids those). Installs what is missing, then runs a file on the project's Node.
// It needs Node 18 and npm, nothing else, and prints nothing to standard output.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, sep } from 'node:path';

const { platform, arch } = process;
const isWindows = platform === 'win32';
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const nodePackage = `node-${isWindows ? 'win' : platform}-${arch}`;
const nodeFile = join(nodePackage, 'bin', isWindows ? 'node.exe' : 'node');

if (!isNewEnough(process.versions.node) && !(nodePackage in optionalDependencies))
  stop(`Node ${process.versions.node} is too old: install Node 24 (or 22.18 and later) and run this again.`);
if (!isInstalled()) install();
linkNode();
if (!existsSync(join('.wxt', 'tsconfig.json'))) prepareTypes();
const [file, ...args] = process.argv.slice(2);
if (file) run(file, args);

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
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', ...quiet];
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

/** npm 9 and 10 do not link `node` where four optional packages offer it (seen 2026-11), npm 11 does. */
function linkNode() {
  const bin = join('node_modules', '.bin', 'node');
  if (lstatSync(bin, { throwIfNoEntry: false }) || !existsSync(join('node_modules', nodeFile))) return;
  if (!isWindows) symlinkSync(join('..', nodeFile), bin);
  else if (!existsSync(`${bin}.cmd`)) writeFileSync(`${bin}.cmd`, `@"%~dp0..\\${nodeFile}" %*\r\n`);
}

/** WXT's types and tsconfig, which editors, the compiler and the tests read. */
function prepareTypes() {
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(ownNode(), [wxt, 'prepare'], { encoding: 'utf8' });
  if (status !== 0) stop(`${stdout}${stderr}\nwxt prepare ended with exit code ${status}.`);
}

/** The Node of the lockfile where it has one for this machine, else the one that runs this. */
function ownNode() {
  const own = join('node_modules', nodeFile);
  return existsSync(own) ? own : process.execPath;
}

/**
 * Not left to the shell, which would remember the Node that it found before ours was installed.
 * @param {string} file
 * @param {string[]} args
 */
function run(file, args) {
  const child = spawn(ownNode(), [file, ...args], { stdio: 'inherit' });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // The terminal sends Ctrl-C to the child as well, which ends in its own time.
  for (const signal of signals) process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
  child.on('error', ({ message }) => stop(message));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
