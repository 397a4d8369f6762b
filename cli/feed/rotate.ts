import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { statementBytes } from '../../catalog/feed/key-chain.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { flag, isoTime, requiredFlag, today } from '../values.ts';
import { publicKey, publicKeyOf, signatureOf, signingKey } from './keys.ts';
import { statementsIn } from './published.ts';

/** Appends to `keys.json` that another key signs a feed from now on, signed by the key before. */
export const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Passes a feed on to another key' },
  args: {
    from: requiredFlag('old.pem', 'Private key that has signed so far'),
    to: requiredFlag('new.pub', 'Public key that signs from now on, or its file'),
    feed: requiredFlag('id', 'Id of the feed'),
    out: requiredFlag('dir', 'Folder of keys.json'),
    date: flag('iso', 'Day of the change, if not today'),
  },
  async run({ args: { feed, out, ...args } }) {
    const old = signingKey(args.from);
    const [from, to] = [publicKeyOf(old), publicKey(args.to)];
    const date = isoTime('--date', args.date ?? today()).slice(0, 10);
    if (from === to) throw new CliError('--to: is the key that already signs', 2);
    const file = join(out, 'keys.json');
    const statements = statementsIn(out);
    // A reader follows the first true statement of a key, so a second one would never count.
    if (statements.some((each) => each.feed === feed && each.from === from))
      throw new CliError(`${file} already passes the feed “${feed}” on from this key`);
    const statement = { feed, from, to, date };
    const signature = signatureOf(statementBytes(statement), old);
    mkdirSync(out, { recursive: true });
    writeFileSync(file, `${JSON.stringify([...statements, { ...statement, signature }], null, 2)}\n`);
    console.log(`Wrote ${file}: from ${date} on the feed “${feed}” is signed by ${await fingerprint(to)}.`);
  },
});
