import { assertAcceptable } from '../../catalog/feed/accept-manifest.ts';
import { readStatements } from '../../catalog/feed/key-chain.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError, WrongSignature } from '../../catalog/feed/feed-error.ts';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { verifiedManifest } from '../../catalog/feed/verified-manifest.ts';
import type { FeedReader } from './feed-reader.ts';

/** A feed's manifest, taken as the extension takes it, and the key that signed it. Throws a Refusal; `now` in milliseconds since 1970. */
export async function acceptedManifest(
  reader: FeedReader,
  known: PublicKey,
  now: number,
): Promise<{ manifest: Manifest; key: PublicKey }> {
  const { manifest, sha256, key } = await verifiedPair(reader, known).catch((error: unknown) => {
    if (!(error instanceof WrongSignature)) throw error;
    // Between a publisher's two uploads the manifest and its signature do not fit: once more, then it counts.
    return verifiedPair(reader, known);
  });
  assertAcceptable(manifest, sha256, { feed: manifest.feed, seen: { version: 0 } }, now);
  const shown = readPublicKey(await textOf(reader, 'key.pub', maxBytes.key), 'key.pub');
  if (shown !== key) throw new FeedError('key.pub is not the key that signed manifest.json.');
  return { manifest, key };
}

async function verifiedPair(reader: FeedReader, known: PublicKey) {
  const bytes = await reader.bytes('manifest.json', maxBytes.manifest);
  const signature = await textOf(reader, 'manifest.sig', maxBytes.signature);
  const statements = await reader.bytes('keys.json', maxBytes.keys).then(
    (read) => readStatements(read),
    () => [],
  );
  // The id that the known key passed on; whether it is this feed's is asked once the manifest may be read.
  const feed = statements.find(({ from }) => from === known)?.feed ?? '';
  const verified = await verifiedManifest(bytes, signature, known, feed, () => Promise.resolve(statements));
  if (verified.key !== known && verified.manifest.feed !== feed)
    throw new WrongSignature(`keys.json passes on the feed “${feed}”, not “${verified.manifest.feed}”.`);
  return verified;
}

async function textOf(reader: FeedReader, file: string, most: number): Promise<string> {
  return new TextDecoder().decode(await reader.bytes(file, most));
}
