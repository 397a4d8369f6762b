import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';

/** Files of a feed that are named by their content, and how many of them, of how many bytes, have to be uploaded. */
export type ContentFiles = {
  added: { files: number; bytes: number };
  /** Writes a text to where its content says, unless it is there. */
  write(text: string): FileRef;
  /** Moves a finished pack to where the reference says. */
  place(pack: string, ref: FileRef): void;
};

/** Content files below `out`, new if `before` has them not; each is finished in `temporary`, so that none is ever half there. */
export function contentFiles(out: string, temporary: string, before?: string): ContentFiles {
  const folders = new Set<string>();
  const draft = join(temporary, 'draft');
  const added = { files: 0, bytes: 0 };
  const move = (file: string, path: string, { length }: FileRef) => {
    const target = join(out, path);
    if (before === undefined || !isThere(join(before, path), length)) {
      added.files += 1;
      added.bytes += length;
    }
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    renameSync(file, target);
  };
  return {
    added,
    write(text) {
      const bytes = Buffer.from(text);
      const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
      const path = filePath(ref);
      if (before === out && isThere(join(out, path), ref.length)) return ref;
      writeFileSync(draft, bytes);
      move(draft, path, ref);
      return ref;
    },
    place: (pack, ref) => move(pack, filePath(ref, 'pack'), ref),
  };
}

function isThere(path: string, length: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === length;
}
