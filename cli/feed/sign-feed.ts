import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStatement } from '../../catalog/feed/key-chain.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { readFile } from '../read-file.ts';
import { writeFiles } from '../write-files.ts';
import { publicKeyOf, signatureOf } from './keys.ts';

/** Writes the files with fixed names, the manifest last; counts those that the feed in `before` lacks, and their bytes. */
export function signFeed(
  manifest: Manifest,
  key: KeyObject,
  statements: readonly KeyStatement[],
  out: string,
  before?: string,
): { files: number; bytes: number } {
  const text = `${JSON.stringify(manifest)}\n`;
  const files = Object.entries({
    'key.pub': `${publicKeyOf(key)}\n`,
    ...(statements.length && { 'keys.json': `${JSON.stringify(statements, null, 2)}\n` }),
    'manifest.sig': `${signatureOf(Buffer.from(text), key)}\n`,
    'manifest.json': text,
  });
  const isIn = (folder: string, name: string, content: string) =>
    existsSync(join(folder, name)) && readFile(join(folder, name)).toString() === content;
  const added = files.filter(([name, content]) => before === undefined || !isIn(before, name, content));
  writeFiles(files.map(([name, content]) => ({ path: join(out, name), content })));
  const bytes = added.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
  return { files: added.length, bytes };
}
