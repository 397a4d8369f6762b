import * as z from 'zod/mini';
import { ageInDays } from '../../catalog/staleness.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { mainRepository } from './github-ids.ts';
import { repositoryState, type RepositoryState } from './github-state.ts';
import { newestRelease } from './newest-release.ts';
import type { Proposal, ReadFrom } from './source.ts';
import { versionProposal } from './version-proposal.ts';

// After a year without a push nobody would call a project active unasked.
const quietAfterDays = 365;
const awakeWithinDays = 30;

/** What the state of a repository means for a tool that has it as a page; only its main repository speaks for the tool itself. */
export function repositoryProposals(tool: Tool, id: string, answer: unknown, today: string): Proposal[] {
  const told = z.nullable(repositoryState).parse(answer);
  const page = `pkg:github/${id}`;
  const question = (list: string, path: string[], says: string, is?: unknown): Proposal[] => [
    { tool: tool.id, path, kind: 'judgement', list, says, ...(is !== undefined && { is }) },
  ];
  if (!told) return question('Repositories that are gone', ['pages'], `${id} is gone, or nobody may see it`);
  const renamed = isSame(told.nameWithOwner, id)
    ? []
    : question(
        'Repositories that were renamed',
        [],
        `${id} is ${told.nameWithOwner} now`,
        renamedPages(tool, page, told.nameWithOwner),
      );
  if (!isSame(mainRepository(tool) ?? '', id)) return renamed;
  const repository: ReadFrom = {
    key: 'github',
    url: `https://api.github.com/repos/${id}`,
    title: `GitHub API: ${id}`,
  };
  return [
    ...renamed,
    ...statusProposals(tool, told, repository, today),
    ...licenseProposals(tool, told, repository),
    ...starProposals(tool, told, repository),
    ...releaseProposals(tool, told, page, id),
  ];
}

function renamedPages({ pages, formerPages = [] }: Tool, page: string, nameWithOwner: string) {
  const renamed = `pkg:github/${nameWithOwner}`;
  return {
    pages: [...new Set(pages.map((each) => (isSame(each, page) ? renamed : each)))],
    formerPages: [...new Set([...formerPages.filter((each) => !isSame(each, renamed)), page])],
  };
}

function statusProposals(tool: Tool, told: RepositoryState, source: ReadFrom, today: string): Proposal[] {
  const { value } = tool.facts.status;
  const since = told.archivedAt?.slice(0, 10);
  const proposal = { tool: tool.id, path: ['facts', 'status'] };
  const question = (list: string, says: string): Proposal[] => [
    { ...proposal, kind: 'judgement', list, says, source },
  ];
  if (told.isArchived) {
    const is = { value: 'archived', ...(since && { since }) };
    const says = `its repository is archived${since ? ` since ${since}` : ''}`;
    // A closed product or a successor says more than the state of a repository.
    if (value === 'superseded' || value === 'closed') return [];
    const isCode = tool.kind !== 'service' && tool.kind !== 'model';
    if (value !== 'archived' && !isCode)
      return [
        { ...proposal, kind: 'judgement', list: 'Archived code of a service or model', says, is, source },
      ];
    return [{ ...proposal, kind: 'mechanical', list: 'Archived', says, is, source }];
  }
  if (value === 'archived') return question('No longer archived', 'its repository is not archived any more');
  if (!told.pushedAt) return [];
  const days = ageInDays(told.pushedAt.slice(0, 10), today);
  const lastPush = `its last push was on ${told.pushedAt.slice(0, 10)}`;
  if (value === 'active' && days > quietAfterDays) return question('Quiet for a year', lastPush);
  if (value === 'unknown' && days <= awakeWithinDays) return question('Pushed to, status unknown', lastPush);
  return [];
}

function licenseProposals(tool: Tool, told: RepositoryState, source: ReadFrom): Proposal[] {
  const { value, of } = tool.facts.license;
  const ours = of?.code ?? value;
  const spdx = told.licenseInfo?.spdxId ?? 'NOASSERTION';
  const [isNamed, isOursPlain] = [spdx !== 'NOASSERTION', !/LicenseRef|unknown| /.test(ours)];
  // GitHub does not tell "only" from "or later".
  const ids = ours.split(/ (?:AND|OR|WITH) |[()]/).map((id) => id.replace(/-(?:only|or-later)$/, ''));
  const isModels = tool.kind === 'model' && !of?.code;
  if (ids.includes(spdx.replace(/-(?:only|or-later)$/, '')) || (!isNamed && !isOursPlain) || isModels)
    return [];
  const says = isNamed
    ? `GitHub reads the license as ${spdx}, ours is ${ours}`
    : `GitHub knows no license, ours is ${ours}`;
  return [{ tool: tool.id, path: ['facts', 'license'], kind: 'judgement', list: 'Licenses', says, source }];
}

function starProposals(tool: Tool, { stargazerCount }: RepositoryState, source: ReadFrom): Proposal[] {
  if (!tool.facts.stars) return [];
  const says = `${stargazerCount} stars`;
  const is = { value: stargazerCount };
  return [{ tool: tool.id, path: ['facts', 'stars'], kind: 'mechanical', list: 'Stars', says, is, source }];
}

function releaseProposals(tool: Tool, told: RepositoryState, page: string, id: string): Proposal[] {
  const newest = newestRelease(told, tool.facts.version?.value);
  if (!newest) return [];
  const { tag, version, released, isRelease } = newest;
  const where = isRelease ? `releases/tags/${tag}` : `git/ref/tags/${tag}`;
  const source = {
    key: 'github-release',
    url: encodeURI(`https://api.github.com/repos/${id}/${where}`),
    title: `GitHub API: ${isRelease ? 'release' : 'tag'} ${tag} of ${id}`,
    version,
  };
  return versionProposal(tool, { page, version, released, source });
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
