import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysAfter, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { readPublicKey, type PublicKey } from '../../catalog/feed/signature.ts';
import { CliError } from '../cli-error.ts';
import { isFeed, publishedIn, statementsIn, type Published } from './published.ts';

/** The version before: where it lies and what its manifest says. */
export type EarlierFeed = { folder: string; manifest: Published };

/** What the next version follows: the feed named, or the one that is in the folder already. Stops unless it is an older version of the same feed. */
export function earlierFeed(
  { feed, version }: { feed: string; version: number },
  out: string,
  previous?: string,
): EarlierFeed | undefined {
  const folders = [...(previous === undefined ? [] : [previous]), ...(isFeed(out) ? [out] : [])];
  const all = folders.map((folder) => ({ folder, manifest: publishedIn(folder) }));
  for (const { folder, manifest } of all) {
    if (manifest.feed !== feed) throw new CliError(`${folder} is the feed “${manifest.feed}”, not “${feed}”`);
    if (manifest.version >= version)
      throw new CliError(
        `--version: ${version} is not higher than version ${manifest.version} in ${folder}, and readers refuse it`,
        2,
      );
  }
  return all[0];
}

/** The statements about keys that a new version carries. Stops if they do not lead readers of the version before to its key. */
export async function carriedStatements(
  feed: string,
  key: PublicKey,
  out: string,
  earlier?: EarlierFeed,
): Promise<KeyStatement[]> {
  const before = earlier ? statementsIn(earlier.folder) : [];
  const isNew = ({ signature }: KeyStatement) => before.every((each) => each.signature !== signature);
  const statements = [...before, ...statementsIn(out).filter(isNew)];
  const file = earlier && join(earlier.folder, 'key.pub');
  if (file !== undefined && existsSync(file)) {
    const trusted = readPublicKey(readFileSync(file, 'utf8'), file);
    if (!(await keysAfter(trusted, feed, statements)).includes(key))
      throw new CliError(
        'The key is not the one that signed the version before, and keys.json does not lead to it: npm run feed -- rotate first',
      );
  }
  return statements;
}
