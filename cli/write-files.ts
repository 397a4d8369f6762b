import { randomUUID } from 'node:crypto';
import { chmodSync, constants, copyFileSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A file to write: `isNew` refuses one that exists, `mode` are its permissions if it is new. */
export type FileToWrite = { path: string; content: string | Uint8Array; isNew?: boolean; mode?: number };

type Draft = { draft: string; target: string; state: 'new' | 'there' | 'missing' };
type Steps = (() => void)[];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Writes all of these files or, where one cannot be written, none, and then throws the system's error with that file's path. */
export function writeFiles(files: readonly FileToWrite[]): void {
  const undo: Steps = [];
  const finish: Steps = [];
  const ignore = () => undefined;
  // While someone listens, a signal such as Ctrl-C does not end the program between two of them.
  for (const signal of signals) process.on(signal, ignore);
  try {
    const drafts = files.flatMap((file) => draftOf(file, undo) ?? []);
    for (const draft of drafts) place(draft, undo, finish);
    for (const each of finish) each();
  } catch (error) {
    for (const each of undo.reverse()) each();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, ignore);
  }
}

function draftOf({ path, content, isNew = false, mode }: FileToWrite, undo: Steps): Draft | undefined {
  return naming(path, () => {
    const before = isNew ? undefined : statSync(path, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR', syscall: 'open' });
    // A terminal or a pipe cannot be replaced.
    if (before && !before.isFile()) return void writeFileSync(path, content);
    // A link stays one, and what it leads to is written.
    const target = before ? realpathSync(path) : resolve(path);
    const made = mkdirSync(dirname(target), { recursive: true });
    if (made) undo.push(() => rmSync(made, { recursive: true, force: true }));
    const draft = join(dirname(target), `.${randomUUID()}.draft`);
    undo.push(() => rmSync(draft, { force: true }));
    writeFileSync(draft, content, { flag: 'wx', mode });
    if (before) chmodSync(draft, before.mode & 0o777);
    return { draft, target, state: isNew ? 'new' : before ? 'there' : 'missing' };
  });
}

function place({ draft, target, state }: Draft, undo: Steps, finish: Steps): void {
  naming(target, () => {
    if (state === 'new') {
      // Unlike a rename, it never replaces what another program has put there.
      copyFileSync(draft, target, constants.COPYFILE_EXCL);
      undo.push(() => rmSync(target));
      finish.push(() => rmSync(draft));
      return;
    }
    const before = `${draft}.before`;
    if (state === 'there') {
      undo.push(() => rmSync(before, { force: true }));
      copyFileSync(target, before);
      finish.push(() => rmSync(before));
    }
    renameSync(draft, target);
    undo.push(() => (state === 'there' ? renameSync(before, target) : rmSync(target)));
  });
}

function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw Object.assign(error as Error, { path, dest: undefined });
  }
}
