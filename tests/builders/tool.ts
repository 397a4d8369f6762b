import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { AttributedTool } from '../../catalog/whose.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

/** The tables of the tests' tools, so that a change of real data breaks no test. */
export const reference: Reference = {
  jobs: {
    baking: { name: 'Baking', category: 'Kitchen', does: 'bakes bread', both: 'bake bread' },
    brewing: { name: 'Brewing', category: 'Kitchen', does: 'brews beer' },
  },
  reviewers: ['builder', 'skeptic', 'futurist', 'creator', 'product'].map((id) => ({
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    question: `What does the ${id} ask?`,
  })),
  licenses: {
    MIT: { name: 'MIT', kind: 'open source', commercialUse: 'yes', plain: 'Keep the notice.' },
    'AGPL-3.0-only': {
      name: 'AGPL',
      kind: 'open source',
      commercialUse: 'conditions',
      plain: 'Share alike.',
    },
    'LicenseRef-Lab': { name: 'Lab License', kind: 'custom', commercialUse: 'no', plain: 'Research only.' },
  },
};

/** A tool with its votes as letters (`s` ship, `k` skip, `-` not asked), valid in every respect but what `more` changes. */
export function tool(
  id: string,
  votes: string,
  more: Partial<AttributedTool> = {},
  facts: Partial<Tool['facts']> = {},
): AttributedTool {
  const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const;
  return {
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    from: undefined,
    maker: 'Someone',
    job: 'baking',
    kind: 'app',
    does: 'Bakes bread.',
    pages: [`pkg:github/someone/${id}`],
    facts: {
      status: { value: 'active', ...cited },
      version: { value: '1.0', ...cited },
      license: { value: 'MIT', ...cited },
      entryPrice: { value: 'open source', ...cited },
      ...facts,
    },
    ...(votes && {
      review: {
        version: '1.0',
        date: '2026-11-20',
        votes: seats.flatMap((reviewer, at) =>
          votes[at] === 's' || votes[at] === 'k'
            ? {
                reviewer,
                vote: votes[at] === 's' ? ('ship' as const) : ('skip' as const),
                take: `What ${reviewer} says of ${id}.`,
                cites: ['readme'],
              }
            : [],
        ),
      },
    }),
    sources: { readme: { url: `https://example.com/${id}`, title: 'README', seen: '2026-11-01' } },
    ...more,
  };
}
