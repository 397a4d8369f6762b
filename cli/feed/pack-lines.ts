import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';

const newline = 10;

/** The SHA-256 of each line of a pack as it streams in; after the last one those of the pack itself are checked. Throws a Refusal. */
export async function* packLines(source: Readable, pack: Manifest['pack']): AsyncGenerator<string> {
  const whole = createHash('sha256');
  let [length, unpacked] = [0, 0];
  const packed = source.on('data', (part: Buffer) => {
    whole.update(part);
    length += part.length;
  });
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  let [line, isOpen] = [createHash('sha256'), false];
  try {
    for await (const part of gunzip as AsyncIterable<Buffer>) {
      unpacked += part.length;
      if (unpacked > pack.unpacked) throw new FeedError('The pack unpacks to more than the manifest says.');
      let from = 0;
      for (let end = part.indexOf(newline); end >= 0; end = part.indexOf(newline, from)) {
        yield line.update(part.subarray(from, end + 1)).digest('hex');
        [line, isOpen, from] = [createHash('sha256'), false, end + 1];
      }
      line.update(part.subarray(from));
      isOpen ||= from < part.length;
    }
  } catch (error) {
    throw error instanceof FeedError ? error : new FeedError('The pack cannot be unpacked.');
  } finally {
    source.destroy();
  }
  if (isOpen) throw new FeedError('The pack breaks off.');
  if (length !== pack.length || whole.digest('hex') !== pack.sha256)
    throw new FeedError('The pack is not what the signed manifest names: its SHA-256 is another.');
  if (unpacked !== pack.unpacked) throw new FeedError('The pack unpacks to less than the manifest says.');
}
