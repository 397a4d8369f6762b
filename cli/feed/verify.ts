import { defineCommand } from 'citty';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { readStatements } from '../../catalog/feed/key-chain.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { fingerprint, readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { assertAcceptable, verifiedManifest } from '../../catalog/feed/verify-manifest.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { argument, requiredFlag } from '../values.ts';
import { feedProblems } from './feed-problems.ts';
import { feedReader, textOf, type FeedReader } from './feed-reader.ts';
import { publicKey } from './keys.ts';

const maxReported = 10;

/** Everything that the extension checks of a feed and what it cannot afford to; exit code 1 with the first problems in words. */
export const verify = defineCommand({
  meta: { name: 'verify', description: 'Checks a whole feed' },
  args: {
    place: argument('Folder or https address of the feed'),
    key: requiredFlag('feed-key.pub', 'Public key or its file'),
  },
  async run({ args }) {
    const { problems, sentences } = await verified(args.place, publicKey(args.key));
    for (const problem of problems) console.error(problem);
    if (problems.length) return 1;
    for (const sentence of sentences) console.log(sentence);
  },
});

/** What is wrong with a feed in a folder or on a host, and what is right; throws a FeedError where the extension would not read it. */
export async function verified(
  place: string,
  known: PublicKey,
): Promise<{ problems: string[]; sentences: string[] }> {
  const reader = feedReader(place);
  const { manifest, key } = await acceptedManifest(reader, known, Date.now());
  const problems: string[] = [];
  await withTemporaryFolder(async (folder) => {
    for await (const problem of feedProblems(reader, manifest, folder))
      if (problems.push(problem) === maxReported) break;
  });
  const { name, feed, version, tools, expires, index } = manifest;
  const sentences = [
    `Verified: ${name} (${feed}), version ${version}, ${tools} tools in ${index.length} index files, valid until ${expires}.`,
    `Signed by ${await fingerprint(key)}${key === known ? '' : ', to which keys.json leads'}`,
  ];
  return { problems, sentences };
}

/** A feed's manifest, accepted as the extension accepts it, and the key that signed it; throws a FeedError. `now` is in milliseconds since 1970. */
async function acceptedManifest(reader: FeedReader, known: PublicKey, now: number) {
  const {
    manifest,
    sha256,
    trustedKey: key,
  } = await verifiedPair(reader, known).catch((error: unknown) => {
    if (!(error instanceof FeedError && error.code === 'bad-signature')) throw error;
    // Between a publisher's two uploads the manifest and its signature do not match, so it is fetched a second time.
    return verifiedPair(reader, known);
  });
  assertAcceptable(manifest, sha256, { feed: manifest.feed, highestSeen: { version: 0 } }, now);
  const published = readPublicKey(textOf(await reader.bytes('key.pub', maxBytes.key)), 'key.pub');
  if (published !== key)
    throw new FeedError('unknown-key', 'key.pub is not the key that signed manifest.json.');
  return { manifest, key };
}

async function verifiedPair(reader: FeedReader, known: PublicKey) {
  const bytes = await reader.bytes('manifest.json', maxBytes.manifest);
  const signature = textOf(await reader.bytes('manifest.sig', maxBytes.signature));
  const statements = await reader.bytes('keys.json', maxBytes.keys).then(
    (read) => readStatements(read),
    () => [],
  );
  // The id that the known key passed on; whether it is this feed's is checked once the manifest may be read.
  const feed = statements.find(({ from }) => from === known)?.feed ?? '';
  const verified = await verifiedManifest(
    bytes,
    signature,
    { feed, trustedKey: known },
    { statements: () => Promise.resolve(statements), now: Date.now() },
  );
  const { manifest, trustedKey } = verified;
  if (trustedKey !== known && manifest.feed !== feed)
    throw new FeedError('bad-signature', `keys.json passes on the feed “${feed}”, not “${manifest.feed}”.`);
  return verified;
}
