import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprint } from '../../catalog/feed/signature.ts';
import type { Command } from '../catalog/command.ts';
import { CliError } from '../cli-error.ts';
import { publicKeyOf } from './keys.ts';
import { needed } from './option.ts';

/** A new pair of keys in a folder; the private one readable by its owner only, and none is ever overwritten. */
export const keygen: Command = {
  takes: '--out DIR',
  does: 'makes the keys of a feed',
  async run(args) {
    const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
    const out = needed('--out', values.out, 'the folder for the two keys');
    const [secret, shown] = [join(out, 'feed-key.pem'), join(out, 'feed-key.pub')];
    for (const file of [secret, shown]) {
      if (existsSync(file)) throw new CliError(`${file} is there already, and a key is never overwritten`);
    }
    mkdirSync(out, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = publicKeyOf(privateKey);
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(secret, pem, { flag: 'wx', mode: 0o600 });
    writeFileSync(shown, `${key}\n`, { flag: 'wx' });
    console.log(`Wrote ${secret} (keep it to yourself, and a copy in a safe place) and ${shown}.`);
    console.log(`Public key:  ${key}\nFingerprint: ${await fingerprint(key)}`);
    return 0;
  },
};
