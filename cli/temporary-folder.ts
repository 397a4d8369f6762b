import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Works in a new folder and removes it afterwards, also after an error, Ctrl-C or a pipe that nobody reads. */
export async function withTemporaryFolder<T>(
  work: (folder: string) => Promise<T>,
  parent = tmpdir(),
): Promise<T> {
  let folder: string | undefined;
  const remove = () => folder && rmSync(folder, { recursive: true, force: true });
  const stop = () => process.exit(130);
  // Before there is a folder, so that no signal comes between the two.
  process.once('exit', remove).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, '.building-'));
    return await work(folder);
  } finally {
    process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop);
    remove();
  }
}
