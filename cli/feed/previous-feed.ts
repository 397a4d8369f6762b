import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { followedKeys, statementBytes, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import type { Restart } from '../../catalog/feed/manifest.ts';
import { readPublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';
import { publicKeyOf, signatureOf } from './keys.ts';
import { isFeed, publishedIn, statementsIn, type Published } from './published.ts';

/** The version before: its folder and what its manifest says. */
export type PreviousFeed = { folder: string; manifest: Published };

/** The feed and the number of the version to be made; the versions may start again at it, or jump far up to it. */
export type NextVersion = { feed: string; version: number; restarts?: boolean; mayJump?: boolean };

// Few publish more versions than that without looking; the second leaves room for a date or a time as the number.
const maxJump = 1_000;
const maxFirstVersion = 1e12;

/** The version that the next one follows: the one named, or the one already in the folder; throws a CliError unless it is an older version of the same feed. */
export function previousFeed(next: NextVersion, out: string, previous?: string): PreviousFeed | undefined {
  const { feed, version, restarts } = next;
  const folders = [...(previous === undefined ? [] : [previous]), ...(isFeed(out) ? [out] : [])];
  const all = folders.map((folder) => ({ folder, manifest: publishedIn(folder) }));
  for (const { folder, manifest } of all) {
    if (manifest.feed !== feed) throw new CliError(`${folder} is the feed “${manifest.feed}”, not “${feed}”`);
    if (restarts || manifest.version < version) continue;
    const existing = `version ${manifest.version} in ${folder}`;
    throw new CliError(
      `--version: ${version} is not above ${existing}, so readers would refuse it (unless with --restart)`,
      2,
    );
  }
  if (restarts && !all[0])
    throw new CliError('--restart: there is no version before this one; name its folder with --previous', 2);
  assertNoJump(next, all[0]);
  return all[0];
}

// Readers refuse every lower version afterwards, so a slip of the finger would use up the numbers.
function assertNoJump({ version, restarts, mayJump }: NextVersion, before?: PreviousFeed): void {
  const isFirst = restarts || !before;
  if (mayJump || version <= (isFirst ? maxFirstVersion : before.manifest.version + maxJump)) return;
  const than = isFirst ? 'any that a feed needs' : `version ${before.manifest.version} before it`;
  throw new CliError(
    `--version: ${version} is far above ${than}, and readers refuse every lower one from then on; if it is meant, add --allow-jump`,
    2,
  );
}

/** What a new version says about restarts: that its own number is one, or what the version before said. */
export function restartOf(
  { version, restarts }: NextVersion,
  published: string,
  previous?: PreviousFeed,
): Restart | undefined {
  const before = previous?.manifest.restart;
  return restarts ? { number: (before?.number ?? 0) + 1, version, date: published.slice(0, 10) } : before;
}

/**
 * The statements about keys that a new version carries, those that lead to its key confirmed by it; throws a CliError if
 * they do not lead from the key of the version before to its own. `now` in milliseconds since 1970.
 */
export async function carriedStatements(
  feed: string,
  privateKey: KeyObject,
  now: number,
  out: string,
  previous?: PreviousFeed,
): Promise<KeyStatement[]> {
  const key = publicKeyOf(privateKey);
  const before = previous ? statementsIn(previous.folder) : [];
  const isNew = ({ signature }: KeyStatement) => before.every((each) => each.signature !== signature);
  const statements = [...before, ...statementsIn(out).filter(isNew)].map((each) =>
    each.to === key && each.confirmation === undefined
      ? { ...each, confirmation: signatureOf(statementBytes(each), privateKey) }
      : each,
  );
  const file = previous && join(previous.folder, 'key.pub');
  if (file !== undefined && existsSync(file)) {
    const trusted = readPublicKey(readFile(file).toString(), file);
    const { trustedKey, formerKeys = [] } = await followedKeys(
      { feed, trustedKey: trusted },
      statements,
      now,
    );
    if (formerKeys.includes(key))
      throw new CliError('The key was replaced by another, as keys.json says, and signs nothing any more');
    if (trustedKey !== key)
      throw new CliError(
        'The key is not the one that signed the version before, and keys.json does not lead to it; run npm run feed -- rotate first',
      );
  }
  return statements;
}
