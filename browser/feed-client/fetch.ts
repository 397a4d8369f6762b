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
import { chunksOf, unlessAborted } from './aborting.ts';
import { pace } from './pace.ts';

type Source = Trusted & { url: string };
type OnNewKey = KeySource['onNewKey'];

/** The manifest that a feed shows now, signed with the trusted key or the one that replaced it, which `onNewKey` keeps. Throws a FeedError. */
export async function fetchManifest(
  source: Source,
  signal: AbortSignal,
  onNewKey?: OnNewKey,
): Promise<Verified> {
  try {
    return await fetchPair(source, signal, onNewKey);
  } catch (error) {
    if (!(error instanceof FeedError && error.code === 'bad-signature')) throw error;
    // Between a publisher's two uploads manifest and signature do not match, so the second failure counts.
    return fetchPair(source, signal, onNewKey);
  }
}

/** The public key beside a feed's manifest, for a person to compare. Throws a FeedError. */
export async function fetchKey(url: string, signal: AbortSignal): Promise<PublicKey> {
  return readPublicKey(text(await fetchFile(url, 'key.pub', maxBytes.key, signal)), 'key.pub');
}

/** The match pattern of a feed's host, to request access to it. */
export function feedOrigin(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/**
 * Whether a feed can be fetched without identifying this installation. To a host without permission, this machine included,
 * Firefox sends the extension's origin, which is unique to each installation (seen 2026-11); Chrome's is the same for everybody.
 */
export async function canFetch(url: string): Promise<boolean> {
  return !import.meta.env.FIREFOX || browser.permissions.contains({ origins: [feedOrigin(url)] });
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
  { url, ...trusted }: Source,
  signal: AbortSignal,
  onNewKey: OnNewKey,
): Promise<Verified> {
  const bytes = await fetchFile(url, 'manifest.json', maxBytes.manifest, signal);
  const signature = text(await fetchFile(url, 'manifest.sig', maxBytes.signature, signal));
  const statements = () => fetchStatements(url, signal);
  return verifiedManifest(bytes, signature, trusted, {
    ...{ statements, now: now() },
    ...(onNewKey && { onNewKey }),
  });
}

// A feed whose key never changed has no such file; then nothing replaces the trusted key.
async function fetchStatements(url: string, signal: AbortSignal) {
  const bytes = await fetchFile(url, 'keys.json', maxBytes.keys, signal).catch(() => undefined);
  signal.throwIfAborted();
  return bytes ? readStatements(bytes) : [];
}

/** One file of a feed as a whole. Throws a FeedError that names the file, or the signal's reason. */
export async function fetchFile(
  base: string,
  file: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await Array.fromAsync(fetchChunks(base, file, maxBytes, signal));
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * One file of a feed as it arrives, fetched without credentials, referrer or redirects; one that is longer than `maxBytes`,
 * or that keeps us waiting, is abandoned. Throws a FeedError that names the file, or the signal's reason.
 */
export async function* fetchChunks(
  base: string,
  file: string,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await assertAccess(base);
  const { host } = new URL(base);
  const slow = new AbortController();
  const either = AbortSignal.any([signal, slow.signal]);
  const abandon = (seconds: number) =>
    slow.abort(
      new FeedError('timeout', `${host} sent ${file} too slowly: stopped after ${seconds} seconds.`),
    );
  const { wait, received } = pace();
  let length = 0;
  try {
    const body = await wait(openBody(base, file, either), abandon);
    const chunks = chunksOf(body, either);
    for (;;) {
      const next = await wait(chunks.next(), abandon);
      if (next.done) return;
      length += next.value.length;
      received(next.value.length);
      if (length > maxBytes)
        throw new FeedError('too-large', `${file} is larger than the ${maxBytes} bytes allowed.`);
      yield next.value;
    }
  } catch (error) {
    if (either.aborted) throw either.reason;
    if (error instanceof FeedError) throw error;
    throw new FeedError(
      'network',
      `${file} could not be fetched from ${host}: no connection, or the server does not allow it (CORS).`,
    );
  } finally {
    // Ends the request too where the reader wanted no more of it.
    slow.abort();
  }
}

async function openBody(
  base: string,
  file: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const answer = fetch(new URL(file, base), {
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const response = await unlessAborted(answer, signal);
  if (response.type === 'opaqueredirect')
    throw new FeedError('redirect', `${file} redirects to another address, which is not followed.`);
  if (response.status === 404) throw new FeedError('not-found', `${file} is missing (404).`);
  if (!response.ok || !response.body)
    throw new FeedError('network', `${file}: the server answered ${response.status}.`);
  return response.body;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
