import { seats } from '../../catalog/seats.ts';
import type { Tool } from '../../catalog/tool-schema.ts';

// A reader who meets a phrase again and again takes the takes for a form that was filled in.
const maxShare = 0.05;
// So many takes do not share a phrase by chance.
const minTakes = 5;
const wordsInPhrase = [2, 3, 4];

// Without another word, these make no phrase.
const smallWords = new Set(
  (
    'a an the of in on to for and or is are was were it its that this with by as at from be not no but you your one two ' +
    'has have had which what who so than then they them their there can will would may if into out up only also per own ' +
    'how when where all any each every more most other such same does do'
  ).split(' '),
);

// What things are called, and days.
const terms =
  /\b(pip install|npm install|docker (run|compose)|(openai )?api key|claude code|hugging face|(chat|open|coding|language|tool|python|mcp) (models?|agents?|servers?|calls?)|mit license|web (page|search)|command line|open source|data sets?)\b|\b(january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\b/g;

/** The phrases that stand in more than 5 % of a seat's takes, as sentences that name the phrase and where it stands. */
export function stockPhraseProblems(tools: readonly Tool[]): string[] {
  return seats.flatMap((seat) => {
    const takes = tools.flatMap(({ id, review }) =>
      (review?.votes ?? []).filter(({ reviewer }) => reviewer === seat).map(({ take }) => ({ id, take })),
    );
    return stockPhrases(takes).map(
      ([phrase, ids]) =>
        `data/tools: “${phrase}” stands in ${ids.length} of ${takes.length} takes of the ${seat} (${ids.slice(0, 5).join(', ')} …); say it otherwise in most of them`,
    );
  });
}

function stockPhrases(takes: readonly { id: string; take: string }[]): [phrase: string, ids: string[]][] {
  const found = new Map<string, string[]>();
  for (const { id, take } of takes)
    for (const phrase of phrasesOf(take)) found.set(phrase, [...(found.get(phrase) ?? []), id]);
  const stock = [...found].filter(
    ([, ids]) => ids.length >= minTakes && ids.length > takes.length * maxShare,
  );
  // Of "fails first" and "fails first the", the shorter one says it all.
  return stock.filter(([phrase]) => !stock.some(([other]) => other !== phrase && phrase.includes(other)));
}

/** The first two words of a take, and all sequences of two words that mean something or of more with one that does. */
function phrasesOf(take: string): Set<string> {
  const phrases = new Set<string>();
  const words = wordsIn(take);
  phrases.add(`${words.slice(0, 2).join(' ')} … at the beginning`);
  for (const sentence of take
    .toLowerCase()
    .replace(terms, ' . ')
    .split(/[.,;:!?()“”"]\s|\s[–-]\s/))
    for (const length of wordsInPhrase) {
      const own = wordsIn(sentence);
      for (let at = 0; at + length <= own.length; at++) {
        const phrase = own.slice(at, at + length);
        const meaning = phrase.filter((word) => !smallWords.has(word) && !/\d/.test(word));
        if (meaning.length >= (length === 2 ? 2 : 1)) phrases.add(phrase.join(' '));
      }
    }
  return phrases;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
