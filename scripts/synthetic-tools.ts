import type { Tool } from '../catalog/tool-schema.ts';
import { seededRandom } from './catalog/seeded-random.ts';

const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const;
const kinds = ['library', 'command line', 'app', 'server', 'model', 'service'] as const;
const syllables = [
  'ax',
  'lot',
  'ri',
  'vek',
  'tor',
  'mem',
  'ga',
  'flow',
  'pil',
  'on',
  'sy',
  'na',
  'qu',
  'ent',
  'ly',
  'dra',
];

/** The tool with that number of an endless made-up catalog: valid in every rule, the same for the same number. */
export function syntheticTool(number: number, jobs: readonly string[]): Tool {
  const random = seededRandom(number + 1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const name = Array.from({ length: 3 }, () => pick(syllables)).join('');
  const id = `${name}-${number}`;
  const cited = { source: 'readme', checked: '2026-01-02' };
  const url = `https://github.com/made-up/${id}/blob/${'0'.repeat(40)}/README.md`;
  const version = `${Math.floor(random() * 5)}.${Math.floor(random() * 30)}`;
  return {
    $schema: '../tool.schema.json',
    id,
    name: `${name[0]!.toUpperCase()}${name.slice(1)} ${number}`,
    maker: `${pick(syllables)}${pick(syllables)} lab`,
    job: pick(jobs),
    kind: pick(kinds),
    does: 'Stands for a tool where only the number of tools matters.',
    pages: [`pkg:github/made-up/${id}`, `pkg:pypi/${id}`, `${id}.example`],
    facts: {
      status: { value: 'active', ...cited },
      version: { value: version, ...cited },
      license: { value: pick(['MIT', 'Apache-2.0', 'AGPL-3.0-only']), ...cited },
      entryPrice: { value: 'open source', ...cited },
      stars: { value: Math.floor(10 ** (random() * 5)), ...cited },
    },
    review: {
      version,
      date: '2026-01-02',
      votes: seats.slice(0, 3 + Math.floor(random() * 3)).map((reviewer) => ({
        reviewer,
        vote: random() < 0.6 ? ('ship' as const) : ('skip' as const),
        take: `A take as long as takes are, so that sizes are honest: ${'it says what it says. '.repeat(8)}`.trim(),
        cites: ['readme'],
      })),
    },
    sources: { readme: { url, title: 'README', seen: '2026-01-01', commit: '0'.repeat(40) } },
  };
}
