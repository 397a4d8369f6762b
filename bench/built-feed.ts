import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli/cli-error.ts';
import type { BuildCost } from './timed-build.ts';

/** A private key in a folder, and its public key as a feed shows it. */
export function makeKeyFile(folder: string): { file: string; text: string } {
  const file = join(folder, 'key.pem');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return { file, text: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('base64') };
}

/** A build of a feed with these arguments, in a process of its own so that its memory can be measured. Throws a CliError with what it printed if it fails. */
export async function timedBuild(args: string[]): Promise<BuildCost> {
  const script = fileURLToPath(new URL('timed-build.ts', import.meta.url));
  const child = fork(script, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (part: string) => (errors += part));
  let cost: BuildCost | undefined;
  child.once('message', (message) => (cost = message as BuildCost));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (cost) return cost;
  throw new CliError(`Building a feed ended with ${signal ?? code}: ${errors.slice(0, 500)}`);
}
