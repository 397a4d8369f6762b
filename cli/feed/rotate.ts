import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readStatements, statementBytes } from '../../catalog/feed/key-chain.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { today, type Command } from '../catalog/command.ts';
import { CliError } from '../cli-error.ts';
import { publicKey, publicKeyOf, signatureOf, signingKey } from './keys.ts';
import { moment, needed } from './option.ts';

/** Appends to `keys.json` that another key signs a feed from now on, signed by the key before. */
export const rotate: Command = {
  takes: '--from OLD.pem --to NEW.pub --feed ID --out DIR [--date ISO]',
  does: 'passes a feed on to another key',
  async run(args) {
    const text = { type: 'string' } as const;
    const options = { from: text, to: text, feed: text, out: text, date: text };
    const { values } = parseArgs({ args, options });
    const old = signingKey(needed('--from', values.from, 'the private key that signs until now'));
    const to = publicKey(needed('--to', values.to, 'the new public key'));
    const feed = needed('--feed', values.feed, 'the id of the feed');
    const out = needed('--out', values.out, 'the folder of keys.json');
    const date = moment('--date', values.date ?? today()).slice(0, 10);
    const from = publicKeyOf(old);
    if (from === to) throw new CliError('--to: is the key that signs already', 2);
    const file = join(out, 'keys.json');
    const statements = existsSync(file) ? readStatements(readFileSync(file), file) : [];
    // A reader follows the first true statement of a key, so that a second one would never count.
    if (statements.some((each) => each.feed === feed && each.from === from))
      throw new CliError(`${file} passes the feed “${feed}” on from this key already`);
    const statement = { feed, from, to, date };
    const signature = signatureOf(statementBytes(statement), old);
    mkdirSync(out, { recursive: true });
    writeFileSync(file, `${JSON.stringify([...statements, { ...statement, signature }], null, 2)}\n`);
    console.log(`Wrote ${file}: from ${date} on the feed “${feed}” is signed by ${await fingerprint(to)}.`);
    return 0;
  },
};
