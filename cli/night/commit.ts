import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { flag } from '../values.ts';
import { writeFiles } from '../write-files.ts';
import { blobs, git } from './git.ts';
import { commitMessage, type ToolChange } from './message.ts';
import { readReport } from './report.ts';
import { isChanged, versionAt } from './versions.ts';

// Half of the two weeks for which a version is trusted.
const maxQuietDays = 7;
const dayMs = 86_400_000;
// What the night may change: the catalog, and the page with its figures.
const committed = [':(glob)data/*.json', ':(glob)data/tools/*.json', 'docs/methodology.md'];

/**
 * Commits what changed in `data/`, under the next version of the feed. Also where a person changed it since the last version, and
 * where that is a week old and a collector answered, so that the feed does not expire while all is well.
 */
export const commit = defineCommand({
  meta: { name: 'commit', description: 'Commits changed data as the next version of the feed' },
  args: { report: flag('file.json', 'Report of the refresh, to renew the version where nothing changed') },
  run({ args }) {
    const report = args.report === undefined ? undefined : readReport(args.report);
    const head = git(['rev-parse', 'HEAD']);
    const last = versionAt(head);
    removeDrafts();
    // A run that was killed after its commit has left an index from before it, against which all would look changed.
    git(['reset', '--quiet', '--', ...committed]);
    const changes = changesOfTools(head);
    const isOld = Date.now() - Date.parse(last.date) >= maxQuietDays * dayMs;
    const isRenewed = isOld && report?.sources.some(({ answered }) => answered > 0) === true;
    if (!isRenewed && !isChanged(last.commit, head) && !isDirty()) {
      console.log(`Nothing new: version ${last.version} of ${last.date.slice(0, 10)} stands.`);
      return;
    }
    // From the commit and not from the file, which a killed run may have changed already.
    const version = last.version + 1;
    writeFeedFile(version);
    const message = commitMessage(changes, version);
    commitFiles(head, message);
    console.log(`${message.split('\n')[0]} (version ${version})`);
  },
});

/** Deletes what a killed run of any step has left beside the files that it was about to replace. */
function removeDrafts(): void {
  const draft = /^\.[0-9a-f-]{36}\.draft(?:\.before)?$/;
  for (const folder of ['data', 'data/tools'])
    for (const name of readdirSync(folder).filter((each) => draft.test(each))) rmSync(join(folder, name));
}

/** Whether the working copy differs from the last commit in what the night commits, but for the number of the version. */
function isDirty(): boolean {
  return (
    git(['status', '--porcelain', '--untracked-files=all', '--', ...committed, ':!data/feed.json']) !== ''
  );
}

function writeFeedFile(version: number): void {
  const file = 'data/feed.json';
  const text = readFileSync(file, 'utf8');
  const content = text.replace(/("version":\s*)\d+/, `$1${version}`);
  if (content !== text) writeFiles([{ path: file, content }]);
}

/** Every tool's file that differs from the last commit, before and after. */
function changesOfTools(head: string): ToolChange[] {
  const tracked = git(['diff', '--name-only', head, '--', 'data/tools']).split('\n');
  const added = git(['ls-files', '--others', '--exclude-standard', '--', 'data/tools']).split('\n');
  const files = [...tracked, ...added].filter((file) => file.endsWith('.json')).sort();
  const inHead = new Map(
    git(['ls-tree', '-r', head, '--', 'data/tools'])
      .split('\n')
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.split(/\s/)[2] ?? '']),
  );
  const before = blobs(files.flatMap((file) => inHead.get(file) ?? []));
  return files.map((file) => ({
    before: parsed(before.get(inHead.get(file) ?? '')),
    after: parsed(textOf(file)),
  }));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string | undefined): ToolChange['after'] {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as ToolChange['after'];
  } catch {
    return undefined;
  }
}

/** One commit on `head`, made in an index of its own: a kill before the branch moves leaves nothing but loose objects. */
function commitFiles(head: string, message: string): void {
  const folder = mkdtempSync(join(tmpdir(), '.night-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    git(['read-tree', head], { env });
    git(['add', '--all', '--', ...committed], { env });
    const tree = git(['write-tree'], { env });
    const made = git(['commit-tree', tree, '-p', head], { input: message });
    git(['update-ref', '-m', 'night', 'HEAD', made, head]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  git(['reset', '--quiet', '--', ...committed]);
}
