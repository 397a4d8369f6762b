import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import packageFile from '../package.json' with { type: 'json' };

// Prints the SHA-256 of each of the stores' files, so that anyone can compare; they build to the same bytes everywhere.
const output = new URL('../.output/', import.meta.url);
const current = `${packageFile.name}-${packageFile.version}-`;
for (const name of readdirSync(output).sort()) {
  if (!name.startsWith(current) || !name.endsWith('.zip')) continue;
  const hash = createHash('sha256').update(readFileSync(new URL(name, output)));
  console.log(`${hash.digest('hex')}  .output/${name}`);
}
