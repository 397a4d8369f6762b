import { gzipSync } from 'node:zlib';
import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText } from '../../catalog/feed/bucket.ts';
import { filePath, sha256, type FileRef } from '../../catalog/feed/checked-file.ts';
import { indexText } from '../../catalog/feed/index-file.ts';
import { statementBytes, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { bitsFor, bucketCount, byIndexFile } from '../../catalog/feed/layout.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import type { Reference } from '../../catalog/reference.ts';
import { daysAgo } from './dates.ts';
import { reference } from './tool.ts';

const dayMs = 86_400_000;

type Bytes = Uint8Array<ArrayBuffer>;
type Files = Map<string, Bytes>;
/** A key pair made for a test; `text` is the public key as in key.pub. */
export type TestKey = { text: string; sign(bytes: Bytes): Promise<string> };
export type TestFeed = { files: Files; manifest: Manifest; key: TestKey };

type Parts = {
  tools: readonly { id: string }[];
  key: TestKey;
  version?: number;
  feed?: string;
  name?: string;
  published?: string;
  expires?: string;
  tables?: Reference;
  /** Changes the text of each bucket. */
  bucket?: (text: string) => string;
  /** Changes the manifest before it is signed. */
  mend?: (manifest: Manifest) => unknown;
  /** Changes the text of the manifest before it is signed. */
  text?: (json: string) => string;
};

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** A new key pair. */
export async function makeKey(): Promise<TestKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const base64 = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64');
  return {
    text: base64(await crypto.subtle.exportKey('raw', publicKey)),
    sign: async (bytes) => base64(await crypto.subtle.sign('Ed25519', privateKey, bytes)),
  };
}

/** A small signed feed in memory, as a map from path to bytes; any part can be made wrong before it is signed. */
export async function makeFeed(parts: Parts): Promise<TestFeed> {
  const { tools, key, bucket = (text) => text, mend = (same) => same, text = (same) => same } = parts;
  const files: Files = new Map([['key.pub', bytesOf(`${key.text}\n`)]]);
  const keep = async (bytes: Bytes, ending: 'json' | 'pack' = 'json'): Promise<FileRef> => {
    const ref = { sha256: await sha256(bytes), length: bytes.length };
    files.set(filePath(ref, ending), bytes);
    return ref;
  };
  const bits = bitsFor(tools.length);
  const groups = Map.groupBy(tools, ({ id }) => bucketNumber(id, bits));
  const texts = Array.from({ length: bucketCount(bits) }, (_, at) =>
    groups.has(at) ? bytesOf(bucket(bucketText(groups.get(at)!))) : null,
  );
  const buckets = await Promise.all(texts.map(async (bytes) => bytes && (await keep(bytes))));
  const index = await Promise.all(byIndexFile(buckets, bits).map((file) => keep(bytesOf(indexText(file)))));
  const published = parts.published ?? `${daysAgo(2)}T00:00:00Z`;
  const unpacked = Buffer.concat(texts.filter((bytes) => bytes !== null));
  const manifest: Manifest = {
    schema: '1.0',
    feed: parts.feed ?? 'kitchen',
    name: parts.name ?? 'Kitchen',
    version: parts.version ?? 1,
    published,
    expires: parts.expires ?? new Date(Date.parse(published) + 300 * dayMs).toISOString(),
    tools: tools.length,
    bits,
    tables: await keep(bytesOf(JSON.stringify(parts.tables ?? reference))),
    pack: { ...(await keep(new Uint8Array(gzipSync(unpacked)), 'pack')), unpacked: unpacked.length },
    index,
  };
  await signManifest(files, bytesOf(text(JSON.stringify(mend(manifest)))), key);
  return { files, manifest, key };
}

/** Replaces the manifest with these bytes, signed with the key. */
export async function signManifest(files: Files, bytes: Bytes, key: TestKey): Promise<void> {
  files.set('manifest.json', bytes);
  files.set('manifest.sig', bytesOf(`${await key.sign(bytes)}\n`));
}

/** A statement that one key replaces another, signed by both. */
export async function makeStatement(
  feed: string,
  from: TestKey,
  to: TestKey,
  { date = daysAgo(2), expires = daysAgo(-365) } = {},
): Promise<KeyStatement> {
  const statement = { feed, from: from.text, to: to.text, date, expires };
  const bytes = statementBytes(statement);
  return { ...statement, signature: await from.sign(bytes), confirmation: await to.sign(bytes) };
}
