// `node cli/checksums.ts`: prints the SHA-256 of each of the stores' files, so that anyone can compare.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import packageFile from '../package.json' with { type: 'json' };
import { CliError } from './cli-error.ts';
import { root } from './root.ts';
import { runMain } from './run-command.ts';

export const checksums = defineCommand({
  meta: { name: 'node cli/checksums.ts', description: 'Prints the SHA-256 of each zip in .output' },
  run() {
    const names = zipNames(`${root}.output/`);
    if (!names.length) throw new CliError('.output has no zip of this version: run npm run zip first');
    for (const name of names) console.log(`${sha256Of(`${root}.output/${name}`)}  .output/${name}`);
  },
});

/** The zips of this version in a folder, sorted. */
export function zipNames(folder: string): string[] {
  const current = `${packageFile.name}-${packageFile.version}-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(current) && name.endsWith('.zip'))
    .sort();
}

/** The SHA-256 of a file in hexadecimal. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

await runMain(import.meta.filename, checksums);
