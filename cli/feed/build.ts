import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assertWithinLimits } from '../../catalog/feed/accept-manifest.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { wholeNumber, type Command } from '../catalog/command.ts';
import { CliError } from '../cli-error.ts';
import { dataOf, dataSource, lastCommit } from './data-source.ts';
import { carriedStatements, earlierFeed } from './previous-feed.ts';
import { publicKeyOf, signingKey } from './keys.ts';
import { makeFeed } from './make-feed.ts';
import { moment, needed } from './option.ts';
import { signFeed } from './sign-feed.ts';
import { syntheticSource } from './synthetic-source.ts';

const day = 86_400_000;
const text = { type: 'string' } as const;
const options = {
  ...{ tools: text, synthetic: text, changed: text, key: text, version: text },
  ...{ expires: text, published: text, out: text, previous: text },
};
type Values = Partial<Record<keyof typeof options, string>>;

/** A feed out of a folder of tools, signed; the same input gives the same bytes. */
export const build: Command = {
  takes:
    '(--tools DIR | --synthetic COUNT [--changed N]) --key FILE --version N --expires 30d --out DIR [--published ISO] [--previous DIR]',
  does: 'makes and signs a feed',
  async run(args) {
    const { values } = parseArgs({ args, options });
    const key = signingKey(needed('--key', values.key, 'the file of the private key'));
    const out = resolve(needed('--out', values.out, 'the folder for the feed'));
    const version = wholeNumber('--version', needed('--version', values.version, 'a whole number'), 1);
    const days = daysOf(needed('--expires', values.expires, 'days, as in 30d'));
    const source = await sourceOf(values, version);
    if (source.count === 0) throw new CliError('--tools: there is no tool in the folder');
    const published = publishedAt(values);
    const expires = moment('--expires', new Date(Date.parse(published) + days * day).toISOString());
    const { id: feed, name } = source.feed;
    const earlier = earlierFeed({ feed, version }, out, values.previous && resolve(values.previous));
    const statements = await carriedStatements(feed, publicKeyOf(key), out, earlier);
    const { manifest, added } = await makeFeed(source, { version, published, expires }, out, earlier);
    const fixed = signFeed(manifest, key, statements, out, earlier?.folder);
    const [files, bytes] = [added.files + fixed.files, added.bytes + fixed.bytes];
    console.log(`${name}, version ${version}: ${manifest.tools} tools, valid until ${expires}.`);
    console.log(`To upload: ${files} files, ${bytes} bytes; manifest.sig and manifest.json last.`);
    console.log(`Fingerprint of its key: ${await fingerprint(publicKeyOf(key))}`);
    warn(manifest);
    return 0;
  },
};

function sourceOf({ tools, synthetic, changed }: Values, version: number) {
  if ((tools === undefined) === (synthetic === undefined))
    throw new CliError('build: takes either --tools DIR or --synthetic COUNT', 2);
  if (changed !== undefined && synthetic === undefined)
    throw new CliError('--changed: goes with --synthetic only', 2);
  if (synthetic === undefined) return dataSource(dataOf(tools!));
  const count = wholeNumber('--synthetic', synthetic, 1);
  return syntheticSource(count, wholeNumber('--changed', changed ?? '0'), version);
}

// The clock would make two builds differ, so that nothing but the given date and the history is asked.
function publishedAt({ published, tools }: Values): string {
  if (published !== undefined) return moment('--published', published);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch)
    return moment(
      'SOURCE_DATE_EPOCH',
      new Date(wholeNumber('SOURCE_DATE_EPOCH', epoch) * 1000).toISOString(),
    );
  const commit = tools === undefined ? undefined : lastCommit(dataOf(tools));
  if (commit) return moment('The last commit', commit);
  throw new CliError(
    '--published: is missing, and there is no SOURCE_DATE_EPOCH and no commit to take it from',
    2,
  );
}

function daysOf(text: string): number {
  if (!/^[1-9]\d{0,3}d$/.test(text))
    throw new CliError(`--expires: "${text}" is no number of days, as in 30d`, 2);
  return Number.parseInt(text);
}

function warn(manifest: Manifest): void {
  try {
    assertWithinLimits(manifest);
    if (manifest.pack.length > maxBytes.pack)
      throw new FeedError(
        `Its pack has ${manifest.pack.length} bytes; a reader takes ${maxBytes.pack} at most.`,
      );
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    console.error(`Warning: the extension refuses this feed. ${error.message}`);
  }
}
