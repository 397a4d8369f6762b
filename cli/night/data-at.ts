import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blobs, git } from './git.ts';

/** Writes `data/` as it is at a commit below a folder, whatever the working copy holds, and gives its path. */
export function writeDataAt(commit: string, folder: string): string {
  const listed = git(['ls-tree', '-r', commit, '--', 'data']);
  const files = [...listed.matchAll(/^\d+ blob ([0-9a-f]+)\t(.+)$/gm)].map(([, id = '', path = '']) => ({
    ...{ id, path },
  }));
  const texts = blobs(files.map(({ id }) => id));
  for (const { id, path } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, texts.get(id) ?? '');
  }
  return join(folder, 'data');
}
