import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filePath, type FileRef } from '../catalog/feed/checked-file.ts';
import { readIndex } from '../catalog/feed/index-file.ts';
import { bytesOf, type Published } from '../cli/feed/published.ts';

/** Bytes that a reader of one version fetches for the next, as they lie on the host and each gzipped on its way. */
export function updateBytes(
  folder: string,
  before: Published,
  after: Published,
): { raw: number; gzipped: number } {
  const indexes = after.index.filter(({ sha256 }, part) => sha256 !== before.index[part]?.sha256);
  const buckets = after.index.flatMap((ref, part) => {
    const old = before.index[part];
    if (!old || old.sha256 === ref.sha256) return [];
    const known = new Set(refsOf(folder, old, before.bits).map(({ sha256 }) => sha256));
    return refsOf(folder, ref, after.bits).filter(({ sha256 }) => !known.has(sha256));
  });
  const manifest = readFileSync(join(folder, 'manifest.json'));
  const files = [manifest, ...[...indexes, ...buckets].map((ref) => bytesOf(folder, ref))];
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    raw: sum(files.map(({ length }) => length)),
    gzipped: sum(files.map((file) => gzipSync(file).length)),
  };
}

function refsOf(folder: string, index: FileRef, bits: number): FileRef[] {
  return readIndex(bytesOf(folder, index), bits, filePath(index)).filter((ref) => ref !== null);
}
