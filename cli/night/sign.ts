import type { KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { readPublicKey } from '../../catalog/feed/signature.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { ageInDays } from '../../catalog/staleness.ts';
import { CliError } from '../cli-error.ts';
import { writeAtom } from '../feed/atom.ts';
import { publicKeyOf, signingKey, signingKeyOf } from '../feed/keys.ts';
import { makeFeed } from '../feed/make-feed.ts';
import { carriedStatements } from '../feed/previous-feed.ts';
import { signFeed } from '../feed/sign-feed.ts';
import { dataOf, dataSource } from '../feed/tool-source.ts';
import { verified } from '../feed/verify.ts';
import { productIn, type Product } from '../product.ts';
import { withTemporaryFolder } from '../temporary-folder.ts';
import { daysOf, flag, isoTime, requiredFlag } from '../values.ts';
import { writeDataAt } from './data-at.ts';
import { git, gitOrNothing } from './git.ts';
import { changesIn } from './history.ts';
import { isChanged, numberedVersions, type NumberedVersion } from './versions.ts';
import { wholeFolder } from './whole-folder.ts';

const dayMs = 86_400_000;
const maxValidDays = 60;
const newsDays = 60;

/** The feed of the current commit and of nothing else: the same commit gives the same bytes, however often it is signed. */
export const sign = defineCommand({
  meta: { name: 'sign', description: 'Makes, signs and verifies the feed of the current commit' },
  args: {
    key: flag('feed-key.pem', 'File of the private key, if it is not in the environment as FEED_KEY'),
    expires: { ...flag('14d', 'Days for which a reader trusts this version'), default: '14d' },
    out: requiredFlag('dir', 'Folder for the feed, which is replaced as a whole'),
  },
  async run({ args }) {
    const product = productIn('.');
    const days = daysOf('--expires', args.expires, maxValidDays);
    const key = keyOf(args.key);
    const versions = recentVersions(git(['rev-parse', 'HEAD']));
    assertCurrent(versions[0]!, days);
    // A build of these sources accepts the feed with the key that it knows, so that one counts here as well.
    const known = product.feed.key || publicKeyOf(key);
    const sentences = await wholeFolder(args.out, async (folder) => {
      await writeFeed(versions, key, days, folder);
      const { problems, sentences } = await verified(folder, known);
      if (problems.length) throw new CliError(problems.join('\n'));
      await assertFollowed(versions[1], product, folder);
      return [...sentences, `${writeAtom(folder, join(folder, 'new.atom'))} changes in new.atom.`];
    });
    for (const sentence of sentences) console.log(sentence);
  },
});

/** Throws where those who follow the version before could not follow this one. */
async function assertFollowed(
  before: NumberedVersion | undefined,
  product: Product,
  folder: string,
): Promise<void> {
  const text = before && gitOrNothing(['show', `${before.commit}:product.json`]);
  const { url = '', key = '' } = text ? ((JSON.parse(text) as Partial<Product>).feed ?? {}) : {};
  // Another address is another feed, as that of the catalog that this one was forked from.
  if (!key || url !== product.feed.url || key === product.feed.key) return;
  await verified(folder, readPublicKey(key, 'product.json: feed.key')).catch((error: Error) => {
    throw new CliError(
      `The feed had another key before, and data/keys.json does not lead from it to this one: run npm run feed -- rotate first (${error.message})`,
    );
  });
}

function keyOf(file: string | undefined): KeyObject {
  if (file !== undefined) return signingKey(file);
  const pem = process.env.FEED_KEY;
  if (!pem) throw new CliError('--key: is missing, and the environment has no FEED_KEY', 2);
  return signingKeyOf(pem, 'FEED_KEY');
}

/** The versions that readers are told of, newest first, and one more to compare the oldest of them with. */
function recentVersions(head: string): NumberedVersion[] {
  const versions: NumberedVersion[] = [];
  for (const version of numberedVersions(head)) {
    versions.push(version);
    if (ageInDays(version.date, versions[0]!.date) > newsDays) break;
  }
  const [newest] = versions;
  if (!newest) throw new CliError('There is no commit with data/feed.json in this folder');
  if (isChanged(newest.commit, head))
    throw new CliError(
      `The catalog, or what makes a feed of it, changed since version ${newest.version} got its number: run npm run night -- commit first`,
    );
  return versions;
}

// Readers would refuse it, and to renew its date would say that somebody had looked.
function assertCurrent({ version, date }: NumberedVersion, days: number): void {
  if (Date.parse(date) + days * dayMs > Date.now()) return;
  throw new CliError(
    `Version ${version} is of ${date.slice(0, 10)} and was valid for ${days} days: nothing has confirmed the catalog since`,
  );
}

/** The feed of the newest version; the files of the one before stay beside it, since a host's cache may show that for a while. */
async function writeFeed(
  versions: readonly NumberedVersion[],
  key: KeyObject,
  days: number,
  folder: string,
): Promise<void> {
  const [newest, before] = [versions[0]!, versions[1]];
  if (before)
    await writeVersion(versions.slice(1), days, folder).catch((error: Error) =>
      console.error(`The files of version ${before.version} are left out: ${error.message}`),
    );
  const manifest = await writeVersion(versions, days, folder);
  const statements = gitOrNothing(['show', `${newest.commit}:data/keys.json`]);
  if (statements !== undefined) writeFileSync(join(folder, 'keys.json'), `${statements}\n`);
  signFeed(manifest, key, await carriedStatements(newest.id, key, Date.parse(newest.date), folder), folder);
}

/** Every file of a version but its signature. */
function writeVersion(versions: readonly NumberedVersion[], days: number, folder: string): Promise<Manifest> {
  return withTemporaryFolder(async (temporary) => {
    const { commit, version, date: published, restart } = versions[0]!;
    const source = dataSource(dataOf(writeDataAt(commit, temporary)));
    const expires = isoTime('--expires', new Date(Date.parse(published) + days * dayMs).toISOString());
    const issue = { version, published, expires, ...(restart && { restart }) };
    const changes = changesIn(versions, source.reference);
    return (await makeFeed(source, issue, folder, undefined, changes)).manifest;
  });
}
