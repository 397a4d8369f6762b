import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOf, readManifest, type Target } from '../harness/target.ts';
import { floorFiles } from './baseline-extension.ts';

/** Ours as it was built, the floor with its badge, and one that leaves pages alone. */
export const contenders = ['ours', 'floor', 'none'] as const;
export type Contender = (typeof contenders)[number];

const temporary = mkdtempSync(join(tmpdir(), 'hullmark-bench-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** An unpacked extension in a directory of its own, so that a build meanwhile changes nothing; it goes when the process ends. */
export function unpacked(target: Target, contender: Contender): string {
  const directory = join(temporary, target, contender);
  if (contender === 'ours') {
    readManifest(buildOf(target));
    cpSync(buildOf(target), directory, { recursive: true });
    return directory;
  }
  mkdirSync(directory, { recursive: true });
  for (const [name, text] of Object.entries(floorFiles(target, contender === 'floor')))
    writeFileSync(join(directory, name), text);
  return directory;
}
