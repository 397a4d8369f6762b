import { seededRandom } from './catalog/seeded-random.ts';

const syllables = 'ax lot ri vek tor mem ga flow pil on sy na qu ent ly dra'.split(' ');
const vocabulary = Array.from({ length: 3_000 }, (_, number) => {
  const random = seededRandom(number);
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => pickOf(syllables, random)).join('');
});

/** One entry of a list, each as likely as the others. */
export function pickOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

/** A made-up name of three syllables. */
export function syntheticName(random: () => number): string {
  return Array.from({ length: 3 }, () => pickOf(syllables, random)).join('');
}

/** A made-up sentence of at most so many letters, with few frequent and many rare words, so that it compresses like real text. */
export function syntheticSentence(letters: number, random: () => number): string {
  let text = '';
  for (;;) {
    const word = vocabulary[Math.floor(vocabulary.length * random() ** 2.6)]!;
    if (text.length + word.length + 2 > letters) return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
    text += text ? ` ${word}` : word;
  }
}

/** As many hex digits as a commit has. */
export function syntheticCommit(random: () => number): string {
  return Array.from({ length: 5 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}
