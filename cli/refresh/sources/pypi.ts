import * as z from 'zod/mini';
import { pageName } from '../../../catalog/page-id.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { pypiPageId } from '../../../sites/pypi.ts';
import { askEach } from '../ask-each.ts';
import { licenseProposal } from '../license-proposal.ts';
import { deleted, question, shown } from '../question.ts';
import type { AskContext, Proposal, Source } from '../source.ts';
import { statusProposal } from '../status-proposal.ts';
import { upstreamJson } from '../upstream-json.ts';
import { isVersionOf } from '../version-package.ts';
import { versionProposal } from '../version-proposal.ts';

/**
 * PyPI: the latest version with its date, whether ours was yanked, the license expression, the Python it needs, and the status of
 * the project (https://docs.pypi.org/api/json/, https://docs.pypi.org/api/index-api/ and
 * https://packaging.python.org/en/latest/specifications/project-status-markers/).
 */
export const pypi: Source = {
  name: 'pypi',
  title: 'PyPI',
  address: 'https://pypi.org',
  hosts: ['pypi.org'],
  // Projects with a file for each platform of each night answer with more than ten megabytes.
  limits: { maxBytes: 40_000_000 },
  wants: ({ pages }) => pages.filter((page) => page.startsWith('pkg:pypi/')),
  ask: (ids, context) => askEach(ids, context, (id) => askProject(pageName(id), context), 4),
  propose(tool, { id, answer }) {
    if (answer === null) return [deleted(tool, id, 'PyPI')];
    const { project, index } = answerShape.parse(answer);
    const { info, urls } = project;
    if (pypiPageId(info.name.toLowerCase())[0] !== id)
      return [question(tool, ['pages'], 'Renamed pages', `PyPI calls ${id} ${shown(info.name)} now`)];
    const source = {
      key: 'pypi',
      url: `https://pypi.org/pypi/${pageName(id)}/json`,
      title: `PyPI: ${pageName(id)}`,
      version: info.version,
    };
    const status = statusProposal(tool, id, index['project-status']);
    if (info.yanked) {
      const says = `${id} has no release that is not yanked: ${shown(info.yanked_reason ?? '')}`;
      return [...status, question(tool, ['facts', 'version'], 'Yanked versions', says)];
    }
    const released = urls.map((file) => file.upload_time_iso_8601.slice(0, 10)).sort()[0];
    const withdrawn = isYanked(pageName(id), tool.facts.version?.value, index.files);
    const version = versionProposal(tool, { page: id, version: info.version, released, source, withdrawn });
    const license = info.license_expression;
    const isMain = isVersionOf(tool, id) === 'yes';
    return [
      ...version,
      ...(isMain && license ? licenseProposal(tool, { page: id, license, source }) : []),
      ...(isMain ? pythonProposal(tool, id, info.requires_python) : []),
      ...status,
    ];
  },
};

const text = z.string();
const answerShape = z.object({
  project: z.object({
    info: z.object({
      name: text,
      version: text,
      yanked: z.boolean(),
      yanked_reason: z.nullish(text),
      license_expression: z.nullish(text),
      requires_python: z.nullish(text),
    }),
    urls: z.array(z.object({ upload_time_iso_8601: z.iso.datetime() })),
  }),
  index: z.object({
    'project-status': z.optional(z.object({ status: text, reason: z.nullish(text) })),
    files: z.array(z.object({ filename: text, yanked: z.union([z.boolean(), text]) })),
  }),
});

/** What both addresses say of a project, without the parts that nobody reads; null where it is gone. */
async function askProject(name: string, context: AskContext): Promise<unknown> {
  const project = await upstreamJson(context, `/pypi/${name}/json`);
  const headers = { accept: 'application/vnd.pypi.simple.v1+json' };
  const index = await upstreamJson(context, `/simple/${name}/`, { headers });
  if (project === null && index === null) return null;
  const { success, data } = answerShape.safeParse({ project, index });
  return success ? data : { project, index };
}

/** Whether all files of a version were yanked (https://packaging.python.org/en/latest/specifications/file-yanking/). */
function isYanked(
  name: string,
  version: string | undefined,
  files: readonly { filename: string; yanked: boolean | string }[],
): boolean {
  if (version === undefined) return false;
  const plain = (file: string) => file.toLowerCase().replace(/[-_]+/g, '-');
  const start = plain(`${name}-${version}`);
  const of = files.filter(({ filename }) => {
    const found = plain(filename.replace(/^[^\d]*?(?=-\d)/, (before) => before.replaceAll('.', '-')));
    return found.startsWith(`${start}-`) || found.startsWith(`${start}.tar.`) || found === `${start}.zip`;
  });
  return of.length > 0 && of.every(({ yanked }) => yanked !== false);
}

/** The question whether another Python is needed now than the entry says. */
function pythonProposal(tool: Tool, page: string, requires: string | null | undefined): Proposal[] {
  const [, needed] = /^>=\s*(3\.\d+)(?:\.\d+)?(?:\s*,|$)/.exec(requires ?? '') ?? [];
  const { value } = tool.facts.runsOn ?? {};
  const ours = Array.isArray(value)
    ? value.flatMap((each) => /\bPython (3\.\d+)/.exec(each)?.[1] ?? [])[0]
    : '';
  if (!needed || !ours || needed === ours) return [];
  const says = `${page} needs Python ${needed}, the tool says ${ours}`;
  return [question(tool, ['facts', 'runsOn'], 'Needed versions of Python', says)];
}
