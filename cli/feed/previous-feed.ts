import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysAfter, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { isFeed, publishedIn, statementsIn, type Published } from './published.ts';

/** The version before: its folder and what its manifest says. */
export type PreviousFeed = { folder: string; manifest: Published };

/** The version that the next one follows: the one named, or the one already in the folder; throws a CliError unless it is an older version of the same feed. */
export function previousFeed(
  { feed, version }: { feed: string; version: number },
  out: string,
  previous?: string,
): PreviousFeed | undefined {
  const folders = [...(previous === undefined ? [] : [previous]), ...(isFeed(out) ? [out] : [])];
  const all = folders.map((folder) => ({ folder, manifest: publishedIn(folder) }));
  for (const { folder, manifest } of all) {
    if (manifest.feed !== feed) throw new CliError(`${folder} is the feed “${manifest.feed}”, not “${feed}”`);
    if (manifest.version < version) continue;
    const existing = `version ${manifest.version} in ${folder}`;
    throw new CliError(`--version: ${version} is not above ${existing}, so readers would refuse it`, 2);
  }
  return all[0];
}

/** The statements about keys that a new version carries; throws a CliError if they do not lead from the key of the version before to its own. */
export async function carriedStatements(
  feed: string,
  key: PublicKey,
  out: string,
  previous?: PreviousFeed,
): Promise<KeyStatement[]> {
  const before = previous ? statementsIn(previous.folder) : [];
  const isNew = ({ signature }: KeyStatement) => before.every((each) => each.signature !== signature);
  const statements = [...before, ...statementsIn(out).filter(isNew)];
  const file = previous && join(previous.folder, 'key.pub');
  if (file !== undefined && existsSync(file)) {
    const trusted = readPublicKey(readFileSync(file, 'utf8'), file);
    if (!(await keysAfter(trusted, feed, statements)).includes(key))
      throw new CliError(
        'The key is not the one that signed the version before, and keys.json does not lead to it; run npm run feed -- rotate first',
      );
  }
  return statements;
}
