import { createHash } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  const move = (file: string, path: string, ref: FileRef) => {
    const target = join(out, path);
    if (before === undefined || !hasContent(join(before, path), ref)) {
      added.files += 1;
      added.bytes += ref.length;
    }
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  };
  return {
    /** Those that have to be uploaded, since the feed in `before` lacks them. */
    added,
    /** Writes a text under the name that its content gives, unless that file exists and has that content. */
    write(text: string): FileRef {
      const bytes = Buffer.from(text);
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      const path = filePath(ref);
      if (before === out && hasContent(join(out, path), ref)) return ref;
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

const readAtOnce = 1_000_000;

/** Whether a file has the content that its name promises: a damaged one may well have the same length. */
function hasContent(path: string, { sha256, length }: FileRef): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== length) return false;
  const [hash, part, file] = [createHash('sha256'), Buffer.alloc(readAtOnce), openSync(path, 'r')];
  try {
    for (let read = readSync(file, part); read > 0; read = readSync(file, part))
      hash.update(part.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex') === sha256;
}
