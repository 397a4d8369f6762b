import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';

export type ContentFiles = ReturnType<typeof contentFiles>;

/** Files below `out` that are named by their content; each is finished in `temporary` first, so that none is ever half written. */
export function contentFiles(out: string, temporary: string, before?: string) {
  const draft = join(temporary, 'draft');
  const added = { files: 0, bytes: 0 };
  const move = (file: string, path: string, { length }: FileRef) => {
    const target = join(out, path);
    if (before === undefined || !exists(join(before, path), length)) {
      added.files += 1;
      added.bytes += length;
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  };
  return {
    /** Those that have to be uploaded, since the feed in `before` lacks them. */
    added,
    /** Writes a text under the name that its content gives, unless that file exists. */
    write(text: string): FileRef {
      const bytes = Buffer.from(text);
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      const path = filePath(ref);
      if (before === out && exists(join(out, path), ref.length)) return ref;
      writeFileSync(draft, bytes);
      move(draft, path, ref);
      return ref;
    },
    /** Gzips texts into one file, which is never in memory as a whole. */
    async pack(texts: Iterable<string>): Promise<Manifest['pack']> {
      const file = join(temporary, 'pack');
      const hash = createHash('sha256');
      let [length, unpacked] = [0, 0];
      function* counted() {
        for (const text of texts) {
          unpacked += Buffer.byteLength(text);
          yield text;
        }
      }
      async function* hashed(parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          hash.update(part);
          length += part.length;
          yield part;
        }
      }
      await pipeline(counted(), createGzip(), hashed, createWriteStream(file));
      const ref = { sha256: hash.digest('hex'), length, unpacked };
      move(file, filePath(ref, 'pack'), ref);
      return ref;
    },
  };
}

function exists(path: string, length: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === length;
}
