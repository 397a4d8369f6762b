import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { CliError } from '../cli-error.ts';
import { requiredFlag } from '../values.ts';
import { git, gitLines, gitOrNothing } from './git.ts';
import { proposalBody, proposalLists, proposalTitle, type ProposalList } from './proposal-text.ts';
import { withProposals } from './with-proposals.ts';
import { readReport } from './report.ts';

const trailer = 'Night-Proposals:';
type Line = { branch: string; now: string | undefined; next: string | undefined; title: string };

/**
 * One branch a list of proposals, for a pull request each, and all that has to be pushed as one bundle of git beside
 * `proposals.tsv` and the texts. A branch that would say the same stays the commit it is; one to which a person has added
 * something stays theirs. Nothing is pushed.
 */
export const propose = defineCommand({
  meta: {
    name: 'propose',
    description: 'Makes one branch a list of proposals, and a bundle of all that is new',
  },
  args: {
    report: requiredFlag('file.json', 'Report of the refresh'),
    base: requiredFlag('commit', 'Commit that the remote branch has'),
    out: requiredFlag('dir', 'Folder for bundle and texts'),
  },
  async run({ args }) {
    const { proposals, date } = readReport(args.report);
    const lists = proposalLists(proposals);
    const base = gitOrNothing(['rev-parse', '--verify', '--quiet', `${args.base}^{commit}`]);
    if (!base) throw new CliError(`--base: "${args.base}" is not a commit of this repository`, 2);
    const head = git(['rev-parse', 'HEAD']);
    const texts = join(args.out, 'proposals');
    for (const old of [texts, join(args.out, 'night.bundle')]) rmSync(old, { recursive: true, force: true });
    mkdirSync(texts, { recursive: true });
    for (const ref of gitLines(['for-each-ref', '--format=%(refname)', 'refs/night/']))
      git(['update-ref', '-d', ref]);
    const made: Line[] = [];
    for (const list of lists) made.push(...(await lineOf(list, head, texts, date)));
    const lines = [...made, ...finished(lists)];
    const rows = lines.map(({ branch, now, next, title }) =>
      [branch, next ?? '-', now ?? '-', title].join('\t'),
    );
    writeFileSync(join(args.out, 'proposals.tsv'), rows.map((row) => `${row}\n`).join(''));
    const fresh = lines.flatMap(({ branch, now, next }) =>
      next && next !== now ? [[`refs/night/proposals/${branch}`, next]] : [],
    );
    if (head !== base) fresh.push(['refs/night/main', head]);
    for (const [ref = '', commit = ''] of fresh) git(['update-ref', ref, commit]);
    if (fresh.length)
      git([
        'bundle',
        'create',
        '--quiet',
        join(args.out, 'night.bundle'),
        ...fresh.map(([ref]) => ref!),
        `^${base}`,
      ]);
    const count = lines.filter(({ next }) => next).length;
    console.log(`${count} lists of proposals; to push: ${fresh.map(([ref]) => ref).join(', ') || 'nothing'}`);
  },
});

async function lineOf(list: ProposalList, head: string, texts: string, today: string): Promise<Line[]> {
  const now = remoteCommit(list.branch);
  // Somebody works there.
  if (now && !isOurs(now, head)) return [];
  const title = proposalTitle(list);
  const { files, written } = await withProposals(list.proposals, today);
  const body = proposalBody(list, written);
  writeFileSync(join(texts, `${list.branch}.md`), body);
  const made = commitOf(head, files, `${title}\n\n${body}\n${trailer} ${list.branch}\n`);
  return [{ branch: list.branch, now, title, next: now && saysTheSame(now, made) ? now : made }];
}

/** Our branches on the remote for which nothing is left to propose. */
function finished(lists: readonly ProposalList[]): Line[] {
  const prefix = 'refs/remotes/origin/proposals/';
  const head = git(['rev-parse', 'HEAD']);
  return gitLines(['for-each-ref', '--format=%(refname)', prefix]).flatMap((ref) => {
    const branch = ref.slice(prefix.length);
    const now = remoteCommit(branch);
    if (!now || lists.some((list) => list.branch === branch) || !isOurs(now, head)) return [];
    return [{ branch, now, next: undefined, title: '' }];
  });
}

function remoteCommit(branch: string): string | undefined {
  return gitOrNothing(['rev-parse', '--verify', '--quiet', `refs/remotes/origin/proposals/${branch}`]);
}

/** Whether the night made every commit that a branch has beside `head`. */
function isOurs(commit: string, head: string): boolean {
  const messages = git(['log', '--format=%B%x00', `${head}..${commit}`]).split('\0');
  return messages
    .map((each) => each.trim())
    .every((message) => !message || message.includes(`\n${trailer} `));
}

// By what they change and say, whatever they were made on.
function saysTheSame(now: string, made: string): boolean {
  const of = (commit: string) =>
    git(['show', '--format=%B', '--unified=0', '--no-renames', commit]).replace(/^(?:index|@@) .*$/gm, '');
  return of(now) === of(made);
}

/** A commit of these files on `head` as of its date, so that a second run makes the same one; made beside the working copy. */
function commitOf(head: string, files: ReadonlyMap<string, string>, message: string): string {
  const folder = mkdtempSync(join(tmpdir(), '.night-'));
  const date = git(['show', '--no-patch', '--format=%cI', head]);
  const env = { GIT_INDEX_FILE: join(folder, 'index'), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  try {
    git(['read-tree', head], { env });
    for (const [path, input] of files) {
      const blob = git(['hash-object', '-w', '--stdin'], { input, env });
      git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], { env });
    }
    return git(['commit-tree', git(['write-tree'], { env }), '-p', head], { input: message, env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
