import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder; every command runs in it. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ends the launcher with one sentence and an exit code, without a stack. */
export class Stop extends Error {
  /** @param {string} message @param {number} [code] */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Says what is being done, on stderr: standard output belongs to the task. @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * What becomes of a command's output: `task` leaves it alone, `quiet` keeps it and shows it only on failure.
 * @typedef {'task' | 'quiet'} Output
 * @typedef {{ output?: Output, env?: Record<string, string>, shell?: boolean }} Options
 */

/**
 * Runs a command; one that fails stops the launcher with its exit code, what it printed and which it was.
 * @param {string} name for people
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 */
export async function run(name, command, args, options) {
  const { code, text } = await finish(command, args, { output: 'task', ...options });
  if (code === 0) return;
  if (text) say(text.trimEnd());
  throw new Stop(`Failed with exit code ${code}: ${name}`, code);
}

/**
 * Runs a command to its end, tells its exit code and, where it is quiet, what it printed. A signal to us ends both.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export function finish(command, args, { output = 'quiet', env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: pathWith(dirname(process.execPath)), ...env },
      stdio: output === 'task' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell,
    });
    let text = '';
    const streams = [child.stdout, child.stderr];
    for (const stream of streams) {
      stream?.setEncoding('utf8').on('data', (part) => (text += part));
    }
    // A service that apt-get starts keeps these pipes open, and nothing more comes through them.
    child.once('exit', () => {
      setTimeout(() => streams.forEach((stream) => stream?.destroy()), 1000).unref();
    });
    const release = passSignalsTo(child);
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (ownCode, signal) => {
      const interrupted = release();
      const code = ownCode ?? 128 + (signal ? constants.signals[signal] : 0);
      if (interrupted) reject(new Stop('', code || 130));
      else resolve({ code, text });
    });
  });
}

/**
 * Hands our signals on until it is released; that tells whether there was one.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  let interrupted = false;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    interrupted = true;
    // A terminal sends Ctrl-C to the whole group; a second one makes some tools leave without tidying up.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    return interrupted;
  };
}

/** @param {string} folder */
function pathWith(folder) {
  const path = process.env.PATH ?? '';
  return path.split(delimiter)[0] === folder ? path : folder + delimiter + path;
}
