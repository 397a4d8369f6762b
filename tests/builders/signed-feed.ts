import { readStatements } from '../../catalog/feed/key-chain.ts';
import { FeedError, type FeedErrorCode } from '../../catalog/feed/feed-error.ts';
import { verifiedManifest, type KeySource, type Trusted } from '../../catalog/feed/verify-manifest.ts';
import { makeFeed, makeKey, type TestFeed } from '../builders/feed.ts';
import { tool } from '../builders/tool.ts';

export const accepted = 'accepted' as const;
export const notSigned =
  'It is not signed with the key you confirmed, nor with a key that replaced it. Nothing in it was read. If its publisher says that the key was lost, remove the feed, add it again and compare the new fingerprint.';
export const tools = Array.from({ length: 20 }, (_, at) => tool(`tool-${at}`, 'ssk'));
export const hash = 'ab'.repeat(32);

export const [key, thiefKey, secondKey, lastKey] = await Promise.all([
  makeKey(),
  makeKey(),
  makeKey(),
  makeKey(),
]);
export const feed = await makeFeed({ tools, key, version: 5 });

export const encode = (text: string) => new TextEncoder().encode(text);
export const bytesOf = (json: unknown) => encode(JSON.stringify(json));
export const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
export const nested = (levels: number, open = '[', inner = '0', close = ']') =>
  open.repeat(levels) + inner + close.repeat(levels);

/** The message of the FeedError that this throws, or "accepted"; other errors are thrown on. */
export async function messageOf(work: () => unknown): Promise<string> {
  return (await feedErrorOf(work))?.message ?? accepted;
}

/** The code of the FeedError that this throws, or "accepted"; other errors are thrown on. */
export async function codeOf(work: () => unknown): Promise<FeedErrorCode | typeof accepted> {
  return (await feedErrorOf(work))?.code ?? accepted;
}

async function feedErrorOf(work: () => unknown): Promise<FeedError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw error;
  }
}

/** The manifest of a feed's files as a device reads it that knows this key. */
export function verified(
  { files }: Pick<TestFeed, 'files'>,
  known = key,
  statements: Parameters<typeof readStatements>[0] = encode('[]'),
  device: Partial<Trusted> & Partial<Pick<KeySource, 'onNewKey'>> = {},
) {
  const { onNewKey, ...trusted } = device;
  const [manifest, signature] = [files.get('manifest.json')!, textOf(files.get('manifest.sig'))];
  return verifiedManifest(
    manifest,
    signature,
    { feed: 'kitchen', trustedKey: known.text, ...trusted },
    {
      now: Date.now(),
      statements: () => Promise.resolve(readStatements(statements)),
      ...(onNewKey && { onNewKey }),
    },
  );
}
