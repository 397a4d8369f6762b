import { link, markup, wholeText, type Markdown } from '../../catalog/markdown-writer.ts';
import type { Proposed } from './report.ts';

/** All proposals of one list, and how the branch of its pull request is called below `proposals/`. */
export type ProposalList = { list: string; branch: string; proposals: readonly Proposed[] };

/** The lists of a report, each in the order of tool and field, so that the same proposals always give the same texts. */
export function proposalLists(proposals: readonly Proposed[]): ProposalList[] {
  const sorted = proposals.toSorted(
    (a, b) => compare(a.tool, b.tool) || compare(a.path.join('.'), b.path.join('.')),
  );
  const groups = Map.groupBy(sorted, ({ list }) => branchOf(list));
  return [...groups]
    .map(([branch, all]) => ({ list: all[0]!.list, branch, proposals: all }))
    .sort((a, b) => compare(a.branch, b.branch));
}

/** The title of a list's pull request, which is the first line of its commit too. */
export function proposalTitle({ list, proposals }: ProposalList): string {
  const tools = new Set(proposals.map(({ tool }) => tool)).size;
  return `data: ${plain(list)}: ${tools} ${tools === 1 ? 'tool' : 'tools'} to decide`;
}

/** What a person has to decide, as Markdown in which every word from upstream is escaped; `written` are those that the branch holds. */
export function proposalBody({ proposals }: ProposalList, written: ReadonlySet<Proposed>): string {
  const lines = proposals.map((each) => lineOf(each, written.has(each)));
  const isUnwritten = proposals.some((each) => !written.has(each));
  return wholeText([
    markup`Found by the nightly refresh. Read the sources, correct what is wrong on this branch, and merge, or close if none of it holds.`,
    ...(isUnwritten
      ? [
          undefined,
          markup`A box that is not followed by *written* is a question: nothing was changed for it.`,
        ]
      : []),
    undefined,
    ...lines,
    undefined,
    markup`The next night replaces this branch as long as nobody else has committed to it.`,
  ]);
}

function lineOf({ tool, path, says, source }: Proposed, isWritten: boolean): Markdown {
  const from = source ? markup` (${link(source.title, source.url)})` : markup``;
  const state = isWritten ? markup` *written*` : markup``;
  return markup`- [ ] **${tool}**, ${path.join(' ')}: ${says.slice(0, 500)}${from}${state}`;
}

function branchOf(list: string): string {
  return (
    list
      .toLowerCase()
      .match(/[a-z\d]+/g)
      ?.join('-')
      .slice(0, 60) ?? 'other'
  );
}

function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
