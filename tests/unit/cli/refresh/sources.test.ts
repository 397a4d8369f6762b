import { describe, expect, it } from 'vitest';
import type { Tool } from '../../../../catalog/tool-schema.ts';
import { outcomes, type Outcome } from '../../../../cli/refresh/proposals.ts';
import type { Source } from '../../../../cli/refresh/source.ts';
import { dockerHub } from '../../../../cli/refresh/sources/docker-hub.ts';
import { endoflife } from '../../../../cli/refresh/sources/endoflife.ts';
import { huggingface } from '../../../../cli/refresh/sources/huggingface.ts';
import { npm } from '../../../../cli/refresh/sources/npm.ts';
import { openVsx } from '../../../../cli/refresh/sources/open-vsx.ts';
import { osv } from '../../../../cli/refresh/sources/osv.ts';
import { pypi } from '../../../../cli/refresh/sources/pypi.ts';
import { vsCodeMarketplace } from '../../../../cli/refresh/sources/vscode-marketplace.ts';
import { product } from '../../../../harness/upstreams/endoflife.ts';
import { marketplaceExtension, openVsxExtension, tags } from '../../../../harness/upstreams/extensions.ts';
import { model } from '../../../../harness/upstreams/huggingface.ts';
import { record } from '../../../../harness/upstreams/osv.ts';
import { indexOf, jsonOf, type PypiProject } from '../../../../harness/upstreams/pypi.ts';
import { tool } from '../../../builders/tool.ts';

const today = '2026-11-30';
const cited = { source: 'readme', checked: '2026-11-20' };

/** A tool with one page, which numbers it. */
function bread(page: string, more: Partial<Tool> = {}, facts: Partial<Tool['facts']> = {}): Tool {
  const version = { value: '1.2.0', released: '2026-11-01', package: page, ...cited };
  const built: Tool & { from?: unknown } = tool(
    'bread',
    '',
    { kind: 'library', pages: [page], ...more },
    { version, ...facts },
  );
  delete built.from;
  return built;
}

function outcomeOf(source: Source, of: Tool, answer: unknown): Outcome {
  const [id] = source.wants(of);
  const told = {
    name: source.name,
    wanted: 1,
    requests: 1,
    points: 0,
    ms: 0,
    failures: [],
    answers: [{ id: id!, answer }],
  };
  const [outcome] = outcomes([of], [source], { date: today, sources: [told] }, today);
  return outcome!;
}

/** What an answer leads to for a tool: "field=value" for what is written, the heading for a question, "refused" with its sentence. */
function effects(source: Source, of: Tool, answer: unknown): string[] {
  const { written, judgements, refused } = outcomeOf(source, of, answer);
  return [
    ...written.map(
      ({ path, is }) =>
        `${path.slice(-1).join()}=${JSON.stringify((is as { value?: unknown })?.value ?? is)}`,
    ),
    ...judgements.map(({ list }) => list),
    ...refused.map(() => 'refused'),
  ];
}

/** The tool after a first answer, so that only what differs from it has an effect. */
function settled(source: Source, of: Tool, answer: unknown): Tool {
  return outcomeOf(source, of, answer).after;
}

const project: PypiProject = {
  name: 'bread',
  version: '1.2.0',
  released: '2026-11-01',
  license: 'MIT',
  requiresPython: '>=3.10',
  files: [{ filename: 'bread-1.2.0.tar.gz', yanked: false }],
  serial: 1,
};
const pypiAnswer = (more: Partial<PypiProject> = {}) => ({
  project: jsonOf({ ...project, ...more }),
  index: indexOf({ ...project, ...more }),
});
const npmAnswer = {
  name: 'bread',
  version: '1.2.0',
  license: 'MIT',
  time: {
    created: '2025-01-01T00:00:00.000Z',
    '1.2.0': '2026-11-01T10:00:00.000Z',
    '1.2.1': '2026-11-20T10:00:00.000Z',
  },
};
const runsOn = { value: ['Python 3.10 or higher'], ...cited };
const ofModel = { kind: 'model' as const };
const mit = { license: { value: 'Apache-2.0', ...cited } };
const osvAnswer = (more: Partial<typeof record> = {}) => ({ records: [{ ...record, ...more }], missing: [] });
const retirement = (more: object) => [
  { result: { ...product.result, releases: [{ ...product.result.releases[0]!, ...more }] } },
];
const acme: Partial<Tool> = {
  kind: 'service',
  pages: ['docs.acme.example'],
  variants: [{ name: 'Bread 1', pages: ['docs.acme.example'], verdict: 'none', facts: {} }],
};

type Case = [what: string, answer: unknown, effect: string[]];
const all: [source: Source, of: Tool, same: unknown, cases: Case[]][] = [
  [
    pypi,
    bread('pkg:pypi/bread', {}, { runsOn }),
    pypiAnswer(),
    [
      ['a patch', pypiAnswer({ version: '1.2.1' }), ['version="1.2.1"']],
      ['a major version', pypiAnswer({ version: '2.0.0' }), ['Jumps of a major version']],
      ['an older version', pypiAnswer({ version: '1.1.9' }), ['Versions below ours']],
      ['a pre-release', pypiAnswer({ version: '1.3.0rc1' }), ['Pre-releases']],
      [
        'ours yanked, so that it goes back',
        pypiAnswer({ version: '1.1.9', files: [{ filename: 'bread-1.2.0.tar.gz', yanked: 'broken' }] }),
        ['version="1.1.9"'],
      ],
      ['all yanked', pypiAnswer({ yanked: true, yankedReason: 'broken' }), ['Yanked versions']],
      ['another date', pypiAnswer({ released: '2026-11-02' }), ['version="1.2.0"']],
      ['another license', pypiAnswer({ license: 'AGPL-3.0-only' }), ['Licenses']],
      ['another Python', pypiAnswer({ requiresPython: '>=3.12' }), ['Needed versions of Python']],
      ['archived', pypiAnswer({ status: { status: 'archived' } }), ['Archived and deprecated packages']],
      [
        'deprecated',
        pypiAnswer({ status: { status: 'deprecated', reason: 'Use cake' } }),
        ['Archived and deprecated packages'],
      ],
      ['quarantined', pypiAnswer({ status: { status: 'quarantined' } }), ['Quarantined projects']],
      ['another name', pypiAnswer({ name: 'cake' }), ['Renamed pages']],
      ['deleted', null, ['Deleted pages']],
      ['a version that is none', pypiAnswer({ version: '<b>1</b>' }), ['refused']],
      ['a date ahead', pypiAnswer({ version: '1.2.1', released: '2031-01-01' }), ['refused']],
      ['another shape', { project: { info: {} }, index: [] }, ['refused']],
    ],
  ],
  [
    npm,
    bread('pkg:npm/bread'),
    npmAnswer,
    [
      ['a patch', { ...npmAnswer, version: '1.2.1' }, ['version="1.2.1"']],
      ['a pre-release', { ...npmAnswer, version: '1.3.0-beta.1' }, ['Pre-releases']],
      ['a major version', { ...npmAnswer, version: '2.0.0' }, ['Jumps of a major version']],
      ['another license', { ...npmAnswer, license: 'BUSL-1.1' }, ['Licenses']],
      ['a license to read', { ...npmAnswer, license: 'SEE LICENSE IN LICENSE' }, ['Licenses']],
      ['deprecated', { ...npmAnswer, deprecated: 'Use \u202ecake' }, ['Archived and deprecated packages']],
      ['another name', { ...npmAnswer, name: 'cake' }, ['Renamed pages']],
      ['deleted', null, ['Deleted pages']],
      ['a megabyte', { ...npmAnswer, version: '1'.repeat(1_000_000) }, ['refused']],
      ['another shape', [], ['refused']],
    ],
  ],
  [
    huggingface,
    bread('pkg:huggingface/acme/bread-7b', ofModel, mit),
    model,
    [
      ['gated', { ...model, gated: 'manual' }, ['weights="gated"']],
      ['another license', { ...model, cardData: { license: 'cc-by-nc-4.0' } }, ['Licenses']],
      [
        'a license of its own',
        { ...model, cardData: { license: 'other', license_name: 'bread-license' } },
        ['Licenses'],
      ],
      [
        'a link to a license',
        { ...model, cardData: { license: 'other', license_link: 'LICENSE' } },
        ['Licenses'],
      ],
      [
        'a next model',
        { ...model, cardData: { license: 'apache-2.0', new_version: 'acme/bread-8b' } },
        ['Newer models'],
      ],
      ['renamed', { ...model, id: 'acme/cake-7b' }, ['Renamed pages']],
      ['hidden', { ...model, private: true }, ['Deleted pages']],
      ['disabled', { ...model, disabled: true }, ['Deleted pages']],
      ['deleted', null, ['Deleted pages']],
      ['a next model that is none', { ...model, cardData: { new_version: '](javascript:x)' } }, ['refused']],
      ['another shape', { ...model, gated: 'perhaps' }, ['refused']],
    ],
  ],
  [
    osv,
    bread('pkg:pypi/bread'),
    osvAnswer(),
    [
      ['withdrawn', osvAnswer({ withdrawn: '2026-11-29T00:00:00Z' }), ['GHSA-aaaa-bbbb-cccc']],
      ['another severity', osvAnswer({ database_specific: { severity: 'LOW' } }), ['GHSA-aaaa-bbbb-cccc']],
      ['a severity by its vector', osvAnswer({ database_specific: {} }), ['GHSA-aaaa-bbbb-cccc']],
      ['another summary', osvAnswer({ summary: 'The door' }), ['GHSA-aaaa-bbbb-cccc']],
      ['another alias', osvAnswer({ aliases: ['CVE-2026-0002'] }), ['GHSA-aaaa-bbbb-cccc']],
      ['another day', osvAnswer({ published: '2026-11-11T00:00:00Z' }), ['GHSA-aaaa-bbbb-cccc']],
      ['gone', { records: [], missing: ['GHSA-aaaa-bbbb-cccc'] }, ['Advisories that are gone']],
      ['another shape', osvAnswer({ published: 'soon' }), ['Advisories of an unknown shape']],
      ['markup', osvAnswer({ summary: '<img src=x>' }), ['refused']],
    ],
  ],
  [
    endoflife,
    bread('docs.acme.example', acme),
    retirement({}),
    [
      ['another day', retirement({ eolFrom: '2027-02-28' }), ['Retirements']],
      ['another successor', retirement({ custom: { recommendedReplacement: 'cake' } }), ['Retirements']],
      ['another shape', [{ result: [] }], ['refused']],
      ['a day that is none', retirement({ eolFrom: 'soon' }), ['refused']],
    ],
  ],
  [
    dockerHub,
    bread('pkg:docker/acme/bread'),
    tags,
    [
      [
        'a newer tag',
        { results: [...tags.results, { name: 'v1.2.1', tag_last_pushed: '2026-11-20T00:00:00Z' }] },
        ['version="1.2.1"'],
      ],
      ['deleted', null, ['Deleted pages']],
      ['another shape', { tags: [] }, ['refused']],
    ],
  ],
  [
    vsCodeMarketplace,
    bread('pkg:vscode-extension/acme/bread'),
    { results: [{ extensions: [marketplaceExtension] }] },
    [
      [
        'a newer version',
        {
          results: [
            {
              extensions: [
                {
                  ...marketplaceExtension,
                  versions: [{ version: '1.3.0', lastUpdated: '2026-11-20T00:00:00Z' }],
                },
              ],
            },
          ],
        },
        ['version="1.3.0"'],
      ],
      [
        'renamed',
        { results: [{ extensions: [{ ...marketplaceExtension, extensionName: 'cake' }] }] },
        ['Renamed pages'],
      ],
      ['deleted', { results: [{ extensions: [] }] }, ['Deleted pages']],
      ['another shape', {}, ['refused']],
    ],
  ],
  [
    openVsx,
    bread('open-vsx.org/extension/acme/bread'),
    openVsxExtension,
    [
      ['a newer version', { ...openVsxExtension, version: '1.3.0' }, ['version="1.3.0"']],
      ['another license', { ...openVsxExtension, license: 'GPL-3.0-only' }, ['Licenses']],
      [
        'deprecated',
        { ...openVsxExtension, deprecated: true, replacement: { displayName: 'Cake' } },
        ['Archived and deprecated packages'],
      ],
      ['renamed', { ...openVsxExtension, namespace: 'cake' }, ['Renamed pages']],
      ['deleted', null, ['Deleted pages']],
      ['another shape', { ...openVsxExtension, timestamp: 7 }, ['refused']],
    ],
  ],
];

describe.each(all.map(([source, ...rest]) => [source.title, source, ...rest] as const))(
  '%s',
  (_, source, of, same, cases) => {
    const asBefore = settled(source, of, same);
    it('says nothing new where nothing is', () => {
      expect(effects(source, asBefore, same).filter((effect) => effect !== 'Retirements')).toEqual([]);
    });
    it.each(cases)('has one effect: %s', (_what, answer, expected) => {
      const found = effects(source, asBefore, answer).map((effect) =>
        effect.replace(/^(GHSA[\w-]+)=.*/, '$1'),
      );
      expect(found).toEqual(expected);
    });
  },
);
