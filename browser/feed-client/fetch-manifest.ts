import { readStatements } from '../../catalog/feed/key-chain.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { FeedError, WrongSignature } from '../../catalog/feed/feed-error.ts';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { verifiedManifest, type Verified } from '../../catalog/feed/verified-manifest.ts';
import { fetchFile } from './fetch-file.ts';

type Known = { url: string; key: PublicKey; feed: string };

/** The manifest that a feed shows now, its signature checked against the known key or one that key passed it on to. Throws a Refusal. */
export async function fetchManifest(known: Known): Promise<Verified> {
  try {
    return await fetchPair(known);
  } catch (error) {
    if (!(error instanceof WrongSignature)) throw error;
    // Between a publisher's two uploads the manifest and its signature do not fit: once more, then it counts.
    return fetchPair(known);
  }
}

/** The public key that lies beside a feed, for a person to compare. Throws a Refusal. */
export async function fetchKey(url: string): Promise<PublicKey> {
  return readPublicKey(text(await fetchFile(url, 'key.pub', maxBytes.key)), 'key.pub');
}

async function fetchPair({ url, key, feed }: Known): Promise<Verified> {
  const bytes = await fetchFile(url, 'manifest.json', maxBytes.manifest);
  const signature = text(await fetchFile(url, 'manifest.sig', maxBytes.signature));
  return verifiedManifest(bytes, signature, key, feed, () => statements(url));
}

// A feed whose key never changed has no such file; then nothing leads on from the known key.
async function statements(url: string) {
  const bytes = await fetchFile(url, 'keys.json', maxBytes.keys).catch((error: unknown) => {
    if (error instanceof FeedError) return undefined;
    throw error;
  });
  return bytes ? readStatements(bytes) : [];
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
