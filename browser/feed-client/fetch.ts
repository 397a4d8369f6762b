import browser from 'webextension-polyfill';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { readStatements } from '../../catalog/feed/key-chain.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import {
  verifiedManifest,
  type KeySource,
  type Trusted,
  type Verified,
} from '../../catalog/feed/verify-manifest.ts';
import { now } from '../clock.ts';
import { originOf } from '../host-access/match-patterns.ts';

const second = 1_000;
const baseTimeoutMs = 20 * second;
// A large file may take longer, but not arrive slower than this.
const minBytesPerMs = 50;

/** The manifest that a feed shows now, signed with the trusted key or the one that replaced it, which `onNewKey` keeps. Throws a FeedError. */
export async function fetchManifest(
  trusted: Trusted & { url: string },
  onNewKey?: KeySource['onNewKey'],
): Promise<Verified> {
  await assertAccess(trusted.url);
  try {
    return await fetchPair(trusted, onNewKey);
  } catch (error) {
    if (!(error instanceof FeedError && error.code === 'bad-signature')) throw error;
    // Between a publisher's two uploads manifest and signature do not match, so the second failure counts.
    return fetchPair(trusted, onNewKey);
  }
}

/** The public key beside a feed's manifest, for a person to compare. Throws a FeedError. */
export async function fetchKey(url: string): Promise<PublicKey> {
  await assertAccess(url);
  return readPublicKey(text(await fetchFile(url, 'key.pub', maxBytes.key)), 'key.pub');
}

/**
 * Whether a feed can be fetched without identifying this installation. To a host without permission, Firefox sends the
 * extension's origin, which is unique to each installation (seen 2026-11); Chrome's is the same for everybody.
 */
export async function canFetch(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  // Plain http is this machine.
  if (!import.meta.env.FIREFOX || protocol === 'http:') return true;
  return browser.permissions.contains({ origins: [originOf(hostname)] });
}

async function assertAccess(url: string): Promise<void> {
  if (await canFetch(url)) return;
  const { host } = new URL(url);
  throw new FeedError(
    'no-access',
    `Firefox reveals an installation ID to ${host} when this feed is fetched without permission. Allow access to ${host} first.`,
  );
}

async function fetchPair(
  { url, ...trusted }: Trusted & { url: string },
  onNewKey: KeySource['onNewKey'],
): Promise<Verified> {
  const bytes = await fetchFile(url, 'manifest.json', maxBytes.manifest);
  const signature = text(await fetchFile(url, 'manifest.sig', maxBytes.signature));
  const statements = () => fetchStatements(url);
  return verifiedManifest(bytes, signature, trusted, {
    ...{ statements, now: now() },
    ...(onNewKey && { onNewKey }),
  });
}

// A feed whose key never changed has no such file; then nothing replaces the trusted key.
async function fetchStatements(url: string) {
  const bytes = await fetchFile(url, 'keys.json', maxBytes.keys).catch(() => undefined);
  return bytes ? readStatements(bytes) : [];
}

/** One file of a feed, fetched without credentials, referrer or redirects, within a timeout that grows with `maxBytes`. Throws a FeedError that names the file. */
export async function fetchFile(
  base: string,
  file: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const timeoutMs = baseTimeoutMs + Math.ceil(maxBytes / minBytesPerMs);
  try {
    const response = await fetch(new URL(file, base), {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.type === 'opaqueredirect')
      throw new FeedError('redirect', `${file} redirects to another address, which is not followed.`);
    if (response.status === 404) throw new FeedError('not-found', `${file} is missing (404).`);
    if (!response.ok || !response.body)
      throw new FeedError('network', `${file}: the server answered ${response.status}.`);
    return await readBody(response.body, file, maxBytes);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    const { host } = new URL(base);
    throw (error as Error).name === 'TimeoutError'
      ? new FeedError(
          'timeout',
          `${host} sent ${file} too slowly: stopped after ${Math.round(timeoutMs / second)} seconds.`,
        )
      : new FeedError(
          'network',
          `${file} could not be fetched from ${host}: no connection, or the server does not allow it (CORS).`,
        );
  }
}

async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes)
      throw new FeedError('too-large', `${file} is larger than the ${maxBytes} bytes allowed.`);
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
