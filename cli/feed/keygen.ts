import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { requiredFlag } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { publicKeyOf } from './keys.ts';

/** A new pair of keys in a folder; only its owner may read the private one, and no key is ever overwritten. */
export const keygen = defineCommand({
  meta: { name: 'keygen', description: 'Makes the keys of a feed' },
  args: { out: requiredFlag('dir', 'Folder for the two keys') },
  async run({ args: { out } }) {
    const { privateFile, publicFile, key } = writeKeys(out);
    console.log(`Wrote ${privateFile} (keep it to yourself, and a copy in a safe place) and ${publicFile}.`);
    console.log(`Public key:  ${key}\nFingerprint: ${await fingerprint(key)}`);
    console.log(`As a secret on GitHub: gh secret set FEED_KEY --env feed < ${privateFile}`);
  },
});

/** The files of a new pair of keys in a folder, and the public one as a feed shows it. */
export function writeKeys(out: string) {
  const [privateFile, publicFile] = [join(out, 'feed-key.pem'), join(out, 'feed-key.pub')];
  for (const file of [privateFile, publicFile])
    if (existsSync(file)) throw new CliError(`${file} already exists, and a key is never overwritten`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = publicKeyOf(privateKey);
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFiles([
    { path: privateFile, content: pem, isNew: true, mode: 0o600 },
    { path: publicFile, content: `${key}\n`, isNew: true },
  ]);
  return { privateFile, publicFile, key };
}
