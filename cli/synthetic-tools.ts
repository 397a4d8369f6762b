import type { Tool } from '../catalog/tool-schema.ts';
import { seededRandom } from './catalog/seeded-random.ts';
import { pickOf, syntheticCommit, syntheticName, syntheticSentence } from './synthetic-words.ts';

const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const;
const kinds = ['library', 'command line', 'app', 'server', 'model', 'service'] as const;
const licenses = ['MIT', 'Apache-2.0', 'AGPL-3.0-only'];
const prices = ['open source', 'free', 'freemium', 'contact sales'] as const;
const documents = ['docs', 'examples', 'install', 'license', 'notes', 'readme', 'release', 'thread'];

/**
 * The tool with that number of an endless made-up catalog: valid by every rule, about as long as a real one, and always the
 * same. Another edition of it has another version, another price and another vote.
 */
export function syntheticTool(number: number, jobs: readonly string[], edition = 0): Tool {
  const random = seededRandom(number + 1);
  const pick = <T>(list: readonly T[]) => pickOf(list, random);
  const words = (letters: number) => syntheticSentence(letters, random);
  const name = syntheticName(random);
  const id = `${name}-${number}`;
  const from = (...source: string[]) => ({ source, checked: '2026-01-02' });
  const version = `${Math.floor(random() * 5)}.${Math.floor(random() * 30)}.${edition}`;
  const votes = seats.slice(0, 3 + Math.floor(random() * 3)).map((reviewer) => ({
    reviewer,
    vote: random() < 0.6 ? ('ship' as const) : ('skip' as const),
    take: words(200 + random() * 80),
    cites: [pick(documents.slice(0, 4)), pick(documents.slice(4))],
  }));
  if (edition % 2) votes[0]!.vote = votes[0]!.vote === 'ship' ? 'skip' : 'ship';
  return {
    $schema: '../tool.schema.json',
    id,
    name: `${name[0]!.toUpperCase()}${name.slice(1)} ${number}`,
    maker: `${syntheticName(random)} lab`,
    job: pick(jobs),
    kind: pick(kinds),
    does: words(110),
    pages: [`pkg:github/made-up/${id}`, `pkg:pypi/${id}`, `${id}.example`],
    facts: {
      status: { value: 'active', ...from('readme') },
      version: { value: version, ...from('release') },
      license: { value: pick(licenses), note: words(120), ...from('license', 'readme') },
      entryPrice: { value: prices[edition % prices.length]!, ...from('license', 'install') },
      selfHost: { value: 'yes', note: words(100), ...from('install') },
      dataGoes: { value: words(160), ...from('docs') },
      stars: { value: Math.floor(10 ** (random() * 5)), ...from('readme') },
    },
    claims: [
      { text: words(90), by: 'project', source: 'notes', checked: '2026-01-02' },
      { text: words(90), by: 'project', source: 'examples', checked: '2026-01-02' },
      { text: words(90), by: 'a user', source: 'thread', checked: '2026-01-02' },
    ],
    review: { version, date: '2026-01-02', votes },
    sources: Object.fromEntries(
      documents.map((document) => {
        const commit = syntheticCommit(random);
        const url = `https://github.com/made-up/${id}/blob/${commit}/${document}.md`;
        return [document, { url, title: words(30), seen: '2026-01-01', commit, version }];
      }),
    ),
  };
}
