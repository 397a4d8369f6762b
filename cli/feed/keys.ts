import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';

/** The private key of a PEM file; throws a CliError, which never quotes the file, if it is not an Ed25519 key. */
export function signingKey(file: string): KeyObject {
  return signingKeyOf(readText(file), file);
}

/** The private key of a PEM text, called `name` in the CliError that is thrown if it is not one. */
export function signingKeyOf(pem: string, name: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The parser's own words could quote the key.
  }
  throw new CliError(`${name} is not an Ed25519 private key in PEM; npm run feed -- keygen makes one`);
}

/** The public half of a key as a feed shows it. */
export function publicKeyOf(key: KeyObject): PublicKey {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
}

/** A public key from its base64 text or the file that holds it. */
export function publicKey(keyOrFile: string): PublicKey {
  if (existsSync(keyOrFile)) return readPublicKey(readText(keyOrFile), keyOrFile);
  if (/[./\\]/.test(keyOrFile.replace(/\//g, '')))
    throw new CliError(`${keyOrFile} is neither a file nor a public key`);
  return readPublicKey(keyOrFile, `"${keyOrFile}"`);
}

/** The signature over bytes in base64 (RFC 8032). */
export function signatureOf(bytes: Uint8Array, key: KeyObject): string {
  return sign(null, bytes, key).toString('base64');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new CliError(`${file} cannot be read: ${code}`);
  }
}
