import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Manifest } from '../../catalog/feed/manifest.ts';

/** A pack that is being written. */
export type PackFile = {
  add(text: string): Promise<void>;
  /** Closes the file; gives its hash, its length and the bytes before gzip. */
  end(): Promise<Manifest['pack']>;
};

/** Begins a pack: all that is added, gzipped into a file without ever being held as a whole. */
export function packFile(path: string): PackFile {
  const gzip = createGzip();
  const hash = createHash('sha256');
  let [length, unpacked] = [0, 0];
  gzip.on('data', (part: Buffer) => {
    hash.update(part);
    length += part.length;
  });
  const written = pipeline(gzip, createWriteStream(path));
  // What goes wrong is thrown by `end`, and must not end the process before that.
  written.catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();
  return {
    async add(text) {
      unpacked += Buffer.byteLength(text);
      await last;
      // One text is packed while the next is made; a broken pack ends its wait too.
      last = new Promise((resolve) => gzip.write(text, resolve));
    },
    async end() {
      gzip.end();
      await written;
      return { sha256: hash.digest('hex'), length, unpacked };
    },
  };
}
