import fc from 'fast-check';

export type Bytes = Uint8Array<ArrayBuffer>;
export const encode = (text: string): Bytes => new TextEncoder().encode(text);
export const textOf = (bytes: Bytes) => new TextDecoder().decode(bytes);

// A text that is put in without quotes, since JSON has no value for it.
const bare = (text: string) => `@@${text}@@`;
const values: unknown[] = [
  ...[0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324, true, false, null, '', ' ', [], {}, [[]]],
  ...['1e999', '-1e999', '-0', 'NaN', 'Infinity', '00', '0x10', 'undefined', '1_000', '\\ud800'].map(bare),
  ...['__proto__', 'constructor', 'toString', 'unknown', '2026-02-30', '9999-12-31T23:59:60Z', '\u0000'],
  ...['javascript:alert(1)', 'https://', 'https://[', 'a'.repeat(3_999), '\ud800', '\u202e', '-'.repeat(500)],
  ...[
    'a'.repeat(4_001),
    '@'.repeat(50),
    `pkg:pypi/${'a-'.repeat(1_900)}`,
    'a.'.repeat(1_900),
    '2026-01-01T00:00Z',
    '1.0',
    '7.1',
  ],
  { toString: 1, valueOf: 1 },
  { length: 1e9, sha256: 'x' },
  { then: 1 },
  Array.from({ length: 300 }, () => null),
];
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'toJSON', '', '0'];
const pieces = ['[', '{', ']', '}', '"', '\\', ',', ':', '\\u0000', '\ufeff', 'null', '[['.repeat(40), '1e9'];

export const mutation = fc.record({
  kind: fc.constantFrom(
    ...(['flip', 'cut', 'end', 'repeat', 'piece', 'value', 'swap', 'drop', 'double', 'rename'] as const),
  ),
  at: fc.nat(100_000),
  by: fc.nat(100_000),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

type Place = { holder: Record<string, unknown>; name: string };

/** Every place in a JSON value that holds another value. */
function places(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...places(holder[name])]);
}

function put({ holder, name }: Place, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The bytes with one thing changed: in the JSON that they are, or in the bytes themselves. */
export function mutated(bytes: Bytes, { kind, at, by }: Mutation): Bytes {
  const place = at % (bytes.length + 1);
  const length = by % 40;
  const [before, slice, rest] = [
    bytes.subarray(0, place),
    bytes.subarray(place, place + length),
    bytes.subarray(place + length),
  ];
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
  if (kind === 'flip') return bytes.map((byte, nth) => (nth === place ? byte ^ (by % 256) : byte));
  if (kind === 'cut') return joined(before, rest);
  if (kind === 'end') return joined(before);
  if (kind === 'repeat') return joined(before, ...Array.from({ length: by % 50 }, () => slice), slice, rest);
  if (kind === 'piece') return joined(before, encode(pieces[by % pieces.length]!), slice, rest);
  let json: unknown;
  try {
    json = JSON.parse(textOf(bytes));
  } catch {
    return joined(rest, before);
  }
  const all = places(json);
  if (all.length === 0) return encode(JSON.stringify(values[by % values.length]));
  const one = all[at % all.length]!;
  const other = all[by % all.length]!;
  const [was, that] = [one.holder[one.name], other.holder[other.name]];
  if (kind === 'value') put(one, values[by % values.length]);
  if (kind === 'drop') delete one.holder[one.name];
  // Copies, since a value put into itself cannot be written as JSON.
  if (kind === 'double') put(one, [structuredClone(was), structuredClone(was)]);
  if (kind === 'swap') {
    const copy = structuredClone(that);
    put(other, structuredClone(was));
    put(one, copy);
  }
  if (kind === 'rename' && !Array.isArray(one.holder)) {
    delete one.holder[one.name];
    put({ ...one, name: names[by % names.length]! }, was);
  }
  return encode(JSON.stringify(json).replace(/"@@(.*?)@@"/g, (_, text: string) => text));
}
