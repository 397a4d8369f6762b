import type { Tool } from '../catalog/tool-schema.ts';
import jobTable from '../data/jobs.json' with { type: 'json' };
import { seededRandom } from './catalog/seeded-random.ts';

const seats = ['builder', 'skeptic', 'futurist', 'creator', 'product'] as const;
const kinds = ['library', 'command line', 'app', 'server', 'model', 'service'] as const;
const licenses = ['MIT', 'Apache-2.0', 'AGPL-3.0-only'];
const prices = ['open source', 'free', 'freemium', 'contact sales'] as const;
const documents = ['docs', 'examples', 'install', 'license', 'notes', 'readme', 'release', 'thread'];
const syllables = 'ax lot ri vek tor mem ga flow pil on sy na qu ent ly dra'.split(' ');
const vocabulary = Array.from({ length: 3_000 }, (_, number) => {
  const random = seededRandom(number);
  return madeUpWord(1 + Math.floor(random() * 3), random);
});

/**
 * The tool with that number of an endless made-up catalog: valid by every rule, about as long as a real one, and always the
 * same. Another edition of it has another version, another price and another vote.
 */
export function syntheticTool(
  number: number,
  jobs: readonly string[] = Object.keys(jobTable),
  edition = 0,
): Tool {
  const random = seededRandom(number + 1);
  const pick = <T>(list: readonly T[]) => pickOf(list, random);
  const words = (letters: number) => madeUpSentence(letters, random);
  const hex = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const name = madeUpWord(3, random);
  const id = `${name}-${number}`;
  const checked = '2026-01-02';
  const from = (...source: string[]) => ({ source, checked });
  const claim = (by: 'project' | 'a user', source: string) => ({ text: words(90), by, source, checked });
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
    maker: `${madeUpWord(3, random)} lab`,
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
    claims: [claim('project', 'notes'), claim('project', 'examples'), claim('a user', 'thread')],
    review: { version, date: checked, votes },
    sources: Object.fromEntries(
      documents.map((document) => {
        const commit = Array.from({ length: 5 }, hex).join('');
        const url = `https://github.com/made-up/${id}/blob/${commit}/${document}.md`;
        return [document, { url, title: words(30), seen: '2026-01-01', commit, version }];
      }),
    ),
  };
}

function pickOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

function madeUpWord(length: number, random: () => number): string {
  return Array.from({ length }, () => pickOf(syllables, random)).join('');
}

// At most so many letters, with few frequent and many rare words, so that it compresses like real text.
function madeUpSentence(letters: number, random: () => number): string {
  let text = '';
  for (;;) {
    const word = vocabulary[Math.floor(vocabulary.length * random() ** 2.6)]!;
    if (text.length + word.length + 2 > letters) return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
    text += text ? ` ${word}` : word;
  }
}
