import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { assertWithinLimits } from '../../catalog/feed/verify-manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import { maxValidDays, type Manifest } from '../../catalog/feed/manifest.ts';
import { fingerprint } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { daysOf, flag, isoTime, requiredFlag, toggle, wholeNumber } from '../values.ts';
import { publicKeyOf, signingKey } from './keys.ts';
import { makeFeed } from './make-feed.ts';
import { carriedStatements, previousFeed, restartOf } from './previous-feed.ts';
import { signFeed } from './sign-feed.ts';
import { dataOf, dataSource, lastCommit, syntheticSource } from './tool-source.ts';

const dayMs = 86_400_000;

/** A signed feed out of a folder of tools; the same input gives the same bytes. */
export const build = defineCommand({
  meta: { name: 'build', description: 'Makes and signs a feed' },
  args: {
    tools: flag('dir', 'Folder of catalog data, such as data'),
    synthetic: flag('count', 'Made-up tools instead, as many as that'),
    changed: flag('n', 'How many of the made-up tools differ from the first version'),
    key: requiredFlag('feed-key.pem', 'File of the private key'),
    version: requiredFlag('n', 'Whole number above that of the version before'),
    expires: requiredFlag('30d', 'Days for which a reader trusts this version'),
    out: requiredFlag('dir', 'Folder for the feed'),
    published: flag('iso', 'Date of the version, if not SOURCE_DATE_EPOCH or the last commit of the tools'),
    previous: flag('dir', 'Folder of the version before, if not --out'),
    restart: toggle('The versions start again at --version, since one was too high'),
    'allow-jump': toggle('--version may be far above the version before'),
  },
  async run({ args }) {
    const key = signingKey(args.key);
    const out = resolve(args.out);
    const version = wholeNumber('--version', args.version, 1);
    const days = daysOf('--expires', args.expires, maxValidDays);
    const source = sourceOf(args, version);
    if (source.count === 0) throw new CliError('--tools: the folder has no tools');
    const published = publishedAt(args);
    const expires = isoTime('--expires', new Date(Date.parse(published) + days * dayMs).toISOString());
    const { id: feed, name } = source.feed;
    const next = { feed, version, restarts: args.restart === true, mayJump: args['allow-jump'] === true };
    const previous = previousFeed(next, out, args.previous && resolve(args.previous));
    const statements = await carriedStatements(feed, key, Date.parse(published), out, previous);
    const restart = restartOf(next, published, previous);
    const issue = { version, published, expires, ...(restart && { restart }) };
    const { manifest, added } = await makeFeed(source, issue, out, previous);
    const signed = signFeed(manifest, key, statements, out, previous?.folder);
    const [files, bytes] = [added.files + signed.files, added.bytes + signed.bytes];
    console.log(`${name}, version ${version}: ${manifest.tools} tools, valid until ${expires}.`);
    console.log(`To upload: ${files} files, ${bytes} bytes; manifest.sig and manifest.json last.`);
    console.log(`Fingerprint of its key: ${await fingerprint(publicKeyOf(key))}`);
    warn(manifest);
  },
});

type Values = { [name in 'tools' | 'synthetic' | 'changed' | 'published']?: string };

function sourceOf({ tools, synthetic, changed }: Values, version: number) {
  if ((tools === undefined) === (synthetic === undefined))
    throw new CliError('Either --tools or --synthetic is needed, and not both', 2);
  if (changed !== undefined && synthetic === undefined)
    throw new CliError('--changed: goes only with --synthetic', 2);
  if (synthetic === undefined) return dataSource(dataOf(tools!));
  const count = wholeNumber('--synthetic', synthetic, 1);
  return syntheticSource(count, wholeNumber('--changed', changed ?? '0'), version);
}

// Not the clock, which would make two builds differ.
function publishedAt({ published, tools }: Values): string {
  if (published !== undefined) return isoTime('--published', published);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch) {
    const seconds = wholeNumber('SOURCE_DATE_EPOCH', epoch);
    return isoTime('SOURCE_DATE_EPOCH', new Date(seconds * 1000).toISOString());
  }
  const commit = tools === undefined ? undefined : lastCommit(dataOf(tools));
  if (commit) return isoTime('The date of the last commit', commit);
  const nowhere = 'there is neither SOURCE_DATE_EPOCH nor a commit to take it from';
  throw new CliError(`--published: is missing, and ${nowhere}`, 2);
}

function warn(manifest: Manifest): void {
  const { length } = manifest.pack;
  try {
    assertWithinLimits(manifest);
    if (length > maxBytes.pack)
      throw new FeedError(
        'too-large',
        `Its pack has ${length} bytes; a reader takes at most ${maxBytes.pack}.`,
      );
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    console.error(`Warning: the extension refuses this feed. ${error.message}`);
  }
}
