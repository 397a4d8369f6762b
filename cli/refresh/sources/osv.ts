import * as z from 'zod/mini';
import { purlType } from '../../../catalog/page-id.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { databaseOf, databases, knownAs, withoutAliases, worstFirst } from '../osv-aliases.ts';
import { askOsv, packagesIn } from '../osv-ask.ts';
import { advisoryOf, osvRecord, type OsvRecord } from '../osv-record.ts';
import { question, shown } from '../question.ts';
import type { Proposal, ReadFrom, Source } from '../source.ts';
import { versionPackage } from '../version-package.ts';

// Package URLs of the ecosystems that it covers (https://ossf.github.io/osv-schema/#defined-ecosystems).
const covered = ['npm', 'pypi', 'cargo', 'gem', 'golang', 'maven', 'nuget', 'composer'].map(
  (type) => `pkg:${type}`,
);
// An entry with more would be larger than one may be; it then says nothing of how complete it is.
const maxAdvisories = 30;

/**
 * OSV: the advisories of all packages of a tool (https://google.github.io/osv.dev/post-v1-querybatch/ and
 * https://google.github.io/osv.dev/get-v1-vulns/). An id is all that one tool needs, its packages and the advisories that it has
 * already, so that the day on which it was asked is written only when everything was answered.
 */
export const osv: Source = {
  name: 'osv',
  title: 'OSV',
  address: 'https://api.osv.dev',
  hosts: ['api.osv.dev'],
  limits: { requests: 4_000 },
  wants(tool) {
    const packages = tool.pages.filter((page) => covered.includes(purlType(page)));
    const known = (tool.advisories ?? []).flatMap(({ id }) => (databases[databaseOf(id)] ? [id] : []));
    return packages.length + known.length ? [[...packages, ...known].join(' ')] : [];
  },
  ask: askOsv,
  propose(tool, { id, answer }, today) {
    const { records, missing } = answerShape.parse(answer);
    const packages = packagesIn(id);
    const main = versionPackage(tool);
    const inOrder = packages.toSorted((a, b) => Number(b === main) - Number(a === main));
    const refused: Proposal[] = [];
    const elsewhere: OsvRecord[] = [];
    const found = records.flatMap((each): { record: OsvRecord; page: string }[] => {
      const { data: record, error } = osvRecord.safeParse(each);
      if (!record) {
        const says = `${idIn(each)}: ${error.issues[0]!.path.join('.')}: ${error.issues[0]!.message}`;
        refused.push(question(tool, ['advisories'], 'Advisories of an unknown shape', says));
        return [];
      }
      const page = inOrder.find((each) => advisoryOf(record, each));
      if (!page) elsewhere.push(record);
      return page ? [{ record, page }] : [];
    });
    const all = withoutAliases(
      tool,
      found.map(({ record }) => record),
    );
    const worst = worstFirst(
      tool,
      found.filter(({ record }) => all.includes(record)),
    );
    const written = worst
      .slice(0, maxAdvisories)
      .map(({ record, page }) => advisoryProposal(tool, record, page));
    const gone = missing.map((name) =>
      question(tool, ['advisories', name], 'Advisories that are gone', `OSV has no ${name} any more`),
    );
    const isWhole = packages.length > 0 && !refused.length && worst.length <= maxAdvisories;
    const asked: Proposal = {
      ...{ tool: tool.id, path: ['advisoriesAsOf'], is: today, kind: 'mechanical', list: 'Advisories' },
      says: `${packages.length} packages asked, ${worst.length} advisories`,
    };
    const tooMany = question(
      tool,
      ['advisories'],
      'More advisories than an entry has',
      `OSV has ${worst.length}`,
    );
    const rest = [...(isWhole ? [asked] : []), ...(worst.length > maxAdvisories ? [tooMany] : [])];
    const taken = elsewhere.flatMap((record) => withdrawal(tool, record));
    return [...written, ...taken, ...gone, ...refused, ...rest];
  },
};

const answerShape = z.object({ records: z.array(z.unknown()), missing: z.array(z.string()) });
function advisoryProposal(tool: Tool, record: OsvRecord, page: string): Proposal {
  const { id, ...stated } = advisoryOf(record, page)!;
  const known = knownAs(tool, record) ?? id;
  const aliases = [...new Set([id, ...(stated.aliases ?? [])])].filter((alias) => alias !== known);
  // What is not said any more is deleted.
  const is = {
    id: known,
    ...stated,
    aliases: aliases.length ? aliases : null,
    withdrawn: stated.withdrawn ?? null,
  };
  const says = `${id}${stated.withdrawn ? ', withdrawn' : ''}: ${shown(stated.summary)}`;
  // Where somebody disputes it, a person has weighed what the database says.
  const isDisputed = tool.advisories?.some((each) => each.id === known && each.disputed);
  const kind = isDisputed && !stated.withdrawn ? 'judgement' : 'mechanical';
  const path = ['advisories', known];
  return { tool: tool.id, path, is, source: sourceOf(id), kind, list: 'Advisories', says };
}

/** That an advisory which the entry has was withdrawn, also where it is about no package of the tool. */
function withdrawal(tool: Tool, record: OsvRecord): Proposal[] {
  const known = knownAs(tool, record);
  if (!record.withdrawn || known === undefined) return [];
  const is = { withdrawn: record.withdrawn.slice(0, 10) };
  const says = `${record.id}, withdrawn`;
  const path = ['advisories', known];
  return [
    { tool: tool.id, path, is, source: sourceOf(record.id), kind: 'mechanical', list: 'Advisories', says },
  ];
}

function sourceOf(id: string): ReadFrom {
  const database = databases[databaseOf(id)];
  return {
    key: `osv-${id.toLowerCase().replace(/[^a-z\d]+/g, '-')}`,
    url: `https://api.osv.dev/v1/vulns/${id}`,
    title: `OSV: ${id}${database ? ` (${database})` : ''}`,
  };
}

function idIn(record: unknown): string {
  const { id } = (record ?? {}) as { id?: unknown };
  return typeof id === 'string' ? shown(id) : 'A record without id';
}
