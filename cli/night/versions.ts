import * as z from 'zod/mini';
import { restart } from '../../catalog/feed/manifest.ts';
import { CliError } from '../cli-error.ts';
import { git, gitLines, gitOrNothing } from './git.ts';

/** What decides the bytes of a feed, so that the number of its version grows when any of it changes. */
const numberedPaths = ['data', 'catalog', 'sites', 'cli', 'package-lock.json'];

const feedFile = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  restart: z.optional(restart),
});
type FeedFile = z.infer<typeof feedFile>;

/** The first commit that has a version of the feed in `data/feed.json`, and when it was made (ISO 8601). */
export type NumberedVersion = FeedFile & { commit: string; date: string };

/** `data/feed.json` at a commit; nothing where there is none. */
function feedFileAt(commit: string): FeedFile | undefined {
  const text = gitOrNothing(['show', `${commit}:data/feed.json`]);
  if (text === undefined) return undefined;
  try {
    return feedFile.parse(JSON.parse(text));
  } catch (error) {
    throw new CliError(`data/feed.json at ${commit.slice(0, 10)}: ${(error as Error).message}`);
  }
}

/** The versions of the feed up to a commit, newest first, each read when it is asked for. */
export function* numberedVersions(commit: string): Generator<NumberedVersion, void> {
  const format = ['log', '--first-parent', '--format=%H %cI'];
  let later: NumberedVersion | undefined;
  for (const line of gitLines([...format, commit, '--', 'data/feed.json'])) {
    const [id = '', date = ''] = line.split(' ');
    const file = feedFileAt(id);
    if (!file) break;
    if (later && later.version !== file.version) yield later;
    later = { ...file, commit: id, date: new Date(date).toISOString().replace('.000Z', 'Z') };
  }
  if (later) yield later;
}

/** The version that a commit has; throws a CliError where there is none. */
export function versionAt(commit: string): NumberedVersion {
  for (const version of numberedVersions(commit)) return version;
  throw new CliError('There is no commit with data/feed.json in this folder');
}

/** Whether something that decides the bytes of the feed changed between two commits. */
export function isChanged(from: string, to: string): boolean {
  return git(['diff', '--name-only', from, to, '--', ...numberedPaths]) !== '';
}
