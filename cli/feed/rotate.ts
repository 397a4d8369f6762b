import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { maxStatementDays, statementBytes, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { feedId } from '../../catalog/feed/manifest.ts';
import { fingerprint, type PublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { daysOf, flag, isoTime, requiredFlag, today } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { publicKey, publicKeyOf, signatureOf, signingKey } from './keys.ts';
import { isFeed, publishedIn, statementsIn } from './published.ts';

const dayMs = 86_400_000;
const defaultExpiry = '1095d';

/** Appends to `keys.json` that another key signs a feed from now on, signed by the key before. */
export const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Passes a feed on to another key' },
  args: {
    from: requiredFlag('old.pem', 'Private key that has signed so far'),
    to: requiredFlag('new.pub', 'Public key that signs from now on, or its file'),
    feed: requiredFlag('id', 'Id of the feed'),
    out: requiredFlag('dir', 'Folder of keys.json'),
    date: flag('iso', 'Day of the change, if not today'),
    expires: flag('1095d', 'Days for which a reader who was away may follow it, if not three years'),
  },
  async run({ args: { feed, out, ...args } }) {
    const old = signingKey(args.from);
    const [from, to] = [publicKeyOf(old), publicKey(args.to)];
    const date = isoTime('--date', args.date ?? today()).slice(0, 10);
    const days = daysOf('--expires', args.expires ?? defaultExpiry, maxStatementDays);
    if (!feedId.test(feed))
      throw new CliError(`--feed: "${feed}" is not the id of a feed, as in its feed.json`, 2);
    if (from === to) throw new CliError('--to: is the key that already signs', 2);
    const file = join(out, 'keys.json');
    const all = statementsIn(out);
    const ofFeed = all.filter((each) => each.feed === feed);
    assertKeyOf(out, feed, from, ofFeed);
    if (ofFeed.some((each) => each.from === to))
      throw new CliError('--to: is a key that was replaced before, and readers do not go back to one', 2);
    const before = ofFeed.find((each) => each.from === from);
    // A reader follows the first true statement of a key, so a second one counts only once the first has expired.
    if (before && date < before.expires)
      throw new CliError(
        `${file} already passes the feed “${feed}” on from this key, until ${before.expires}`,
      );
    const statements = all.filter((each) => each !== before);
    const statement = { feed, from, to, date, expires: dayAfter(date, days) };
    const signature = signatureOf(statementBytes(statement), old);
    const content = `${JSON.stringify([...statements, { ...statement, signature }], null, 2)}\n`;
    writeFiles([{ path: file, content }]);
    console.log(`Wrote ${file}: from ${date} on the feed “${feed}” is signed by ${await fingerprint(to)}.`);
    console.log(
      `It counts once the new key has confirmed it, which npm run feed -- build with that key does, and until ${statement.expires}.`,
    );
  },
});

// A statement that is signed with another feed's key, or names another feed, would be followed by nobody.
function assertKeyOf(out: string, feed: string, key: PublicKey, statements: readonly KeyStatement[]): void {
  if (isFeed(out)) {
    const { feed: other } = publishedIn(out);
    if (other !== feed) throw new CliError(`--feed: ${out} is the feed “${other}”, not “${feed}”`, 2);
  }
  const file = join(out, 'key.pub');
  const keys = statements.flatMap(({ from, to }) => [from, to]);
  if (existsSync(file) && ![publicKey(file), ...keys].includes(key))
    throw new CliError(`--from: is neither the key in ${file} nor one of keys.json`, 2);
}

function dayAfter(date: string, days: number): string {
  return isoTime('--expires', new Date(Date.parse(date) + days * dayMs).toISOString()).slice(0, 10);
}
