import edgeCases from '../vectors/edge-cases.json' with { type: 'json' };
import expected from '../vectors/expected.json' with { type: 'json' };
import speccheck from '../vectors/ed25519-speccheck.json' with { type: 'json' };
import wycheproof from '../vectors/wycheproof-ed25519.json' with { type: 'json' };

/** A signature and what our rules say to it; the message in hex, key and signature as a feed spells them. */
export type Vector = {
  name: string;
  message: string;
  signature: string;
  key: string;
  expected: 'accepted' | 'refused';
};

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

/** Every vector of tests/vectors/, and a good signature in other spellings. */
export const signatureVectors: Vector[] = [
  ...speccheck.map((each, at) =>
    vector(`ed25519-speccheck ${at}: ${expected.speccheck[at]}`, {
      ...each,
      key: each.pub_key,
      expected: 'refused',
    }),
  ),
  ...wycheproof.testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, msg, sig }) =>
      vector(`Wycheproof ${tcId}: ${reasonFor(tcId)}`, {
        ...{ message: msg, signature: sig, key: publicKey.pk },
        expected: reasonFor(tcId) === 'valid' ? 'accepted' : 'refused',
      }),
    ),
  ),
  ...edgeCases.map((each) => vector(`a signature ${each.name}`, each)),
  ...otherSpellings(),
];

type Hex = { message: string; signature: string; key: string; expected: string };

function vector(name: string, { message, signature, key, expected }: Hex): Vector {
  if (expected !== 'accepted' && expected !== 'refused') throw new Error(`${name} expects ${expected}`);
  return { name, message, signature: base64(signature), key: base64(key), expected };
}

function reasonFor(id: number): string {
  const has = (ranges: number[][]) => ranges.some(([from, to]) => id >= from! && id <= to!);
  if (has(expected.wycheproof.accepted)) return 'valid';
  const reasons = Object.entries(expected.wycheproof.refused).filter(([, ranges]) => has(ranges));
  if (reasons.length !== 1) throw new Error(`Wycheproof ${id} has ${reasons.length} reasons`);
  return reasons[0]![0];
}

/** A good signature and key, each spelled in ways that some readers of base64 accept. */
function otherSpellings(): Vector[] {
  const good = vector('with a key and signature as they should be spelled', {
    ...edgeCases.find(({ expected }) => expected === 'accepted')!,
    expected: 'accepted',
  });
  const ways: [string, (text: string) => string][] = [
    ['in hex', (text) => Buffer.from(text, 'base64').toString('hex')],
    ['for URLs', (text) => Buffer.from(text, 'base64').toString('base64url')],
    ['half for URLs', (text) => text.replace(/[+/](?=[^+/]*$)/, (letter) => (letter === '+' ? '-' : '_'))],
    ['without padding', (text) => text.replace(/=+$/, '')],
    ['with more padding', (text) => `${text}=`],
    ['with padding inside', (text) => `=${text.slice(1)}`],
    ['with stray last bits', (text) => text.replace(/[^=](?==+$)/, nextLetter)],
    ['with a blank inside', (text) => `${text.slice(0, 9)} ${text.slice(9)}`],
    ['with a line break inside', (text) => `${text.slice(0, 9)}\n${text.slice(9)}`],
    ['with a letter of no alphabet', (text) => `${text.slice(0, 9)}é${text.slice(10)}`],
    ['with a byte more', (text) => Buffer.from(`${text}`, 'base64').toString('base64').replace(/=+$/, 'A=')],
    ['as nothing', () => ''],
  ];
  return [
    good,
    ...ways.flatMap(([way, spell]): Vector[] => [
      { ...good, name: `with a key spelled ${way}`, key: spell(good.key), expected: 'refused' },
      {
        ...good,
        name: `with a signature spelled ${way}`,
        signature: spell(good.signature),
        expected: 'refused',
      },
    ]),
  ];
}

function nextLetter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}
