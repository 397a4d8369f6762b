import { describe, expect, it } from 'vitest';
import { readJson } from '../../../catalog/feed/safe-json.ts';
import { accepted, encode, nested, messageOf } from '../../builders/signed-feed.ts';

describe('untrusted JSON', () => {
  const deep = 'x is nested deeper than 32 levels.';
  const proto = (name: string) => `x has the key “${name}”, which a feed may not use.`;
  const [noJson, noText] = ['x isn’t valid JSON.', 'x isn’t valid UTF-8 text.'];
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', noJson],
    ['markup', '<!doctype html>', noJson],
    ['a file cut short', '{"a":[1,2', noJson],
    ['a file with more behind it', '{} {}', noJson],
    ['no number', '{"a":NaN}', noJson],
    ['a comment', '{} // x', noJson],
    ['a byte order mark', '\ufeff{}', noJson],
    ['zeros', Uint8Array.from({ length: 8 }, () => 0), noJson],
    ['another encoding', Uint8Array.of(0xff, 0xfe, 0x7b, 0), noText],
    ['half a letter', Uint8Array.of(0x22, 0xe2, 0x82, 0x22), noText],
    ['a long spelling of a short letter', Uint8Array.of(0x22, 0xc0, 0x80, 0x22), noText],
    ['half a surrogate pair', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), noText],
    ['32 lists', nested(32), accepted],
    ['33 lists', nested(33), deep],
    ['32 objects', nested(32, '{"a":', '0', '}'), accepted],
    ['33 objects', nested(33, '{"a":', '0', '}'), deep],
    ['33 levels of both', nested(16, '[{"a":', '[]', '}]'), deep],
    ['10 million brackets', '['.repeat(10_000_000), deep],
    ['10 million brackets that close', nested(5_000_000), deep],
    ['a million objects in each other', '{"a":'.repeat(1_000_000), deep],
    ['brackets that close first', ']'.repeat(100) + '['.repeat(100), noJson],
    ['brackets in a text', JSON.stringify('['.repeat(100)), accepted],
    ['brackets behind a quote in a text', JSON.stringify(`"\\"${'['.repeat(100)}`), accepted],
    ['brackets behind an escaped backslash', `["\\\\",${nested(32)}]`, deep],
    ['a prototype', '{"__proto__":{"polluted":1}}', proto('__proto__')],
    ['a constructor', '{"constructor":{"prototype":{"polluted":1}}}', proto('constructor')],
    ['a prototype by name', '[{"a":{"prototype":0}}]', proto('prototype')],
    ['a prototype far down', nested(31, '[', '{"__proto__":0}'), proto('__proto__')],
    ['a prototype behind much else', `[${'{"a":1},'.repeat(1000)}{"__proto__":1}]`, proto('__proto__')],
    ['a prototype in escapes', '{"\\u005f\\u005fproto\\u005F\\u005f":1}', proto('__proto__')],
    ['a constructor in escapes', '{"c\\u006fnstructor":1}', proto('constructor')],
    ['such a name as a value', '{"a":"__proto__","b":["constructor"]}', accepted],
    ['a text of 4,000 letters', JSON.stringify(['a'.repeat(4_000)]), accepted],
    ['a longer text', JSON.stringify([{ a: 'a'.repeat(4_001) }]), 'x has a text of over 4000 characters.'],
    ['a longer name', JSON.stringify({ ['a'.repeat(4_001)]: 0 }), 'x has a text of over 4000 characters.'],
    ['a name that is only like it', '{"__proto":1,"Constructor":2,"prototypes":3}', accepted],
  ])('%s', async (_, file, sentence) => {
    const bytes = typeof file === 'string' ? encode(file) : file;
    expect(await messageOf(() => readJson(bytes, 'x'))).toBe(sentence);
    expect({}).not.toHaveProperty('polluted');
  });
});
