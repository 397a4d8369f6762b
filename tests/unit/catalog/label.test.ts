import { readFileSync, globSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLabel, cleanText, isSameLabel } from '../../../catalog/label.ts';

const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));
const matching = (pattern: RegExp) => characters.filter((character) => pattern.test(character));
const invisible = [
  ...matching(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u),
  ...['\u{2800}', '\u{3164}', '\u{FFA0}', '\u{115F}', '\u{16FE4}', '\u{1D159}', '\u{FFFE}', '\u{FFFC}'],
];
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const oneOf = (list: readonly string[]) => fc.nat({ max: list.length - 1 }).map((at) => list[at]!);
const nastyText = fc
  .array(fc.oneof(oneOf(invisible), oneOf(matching(/\p{M}/u)), fc.string()))
  .map((parts) => parts.join(''));

describe('a text of a feed', () => {
  it('loses every character of Unicode that is invisible or turns the direction', () => {
    expect(invisible.length).toBeGreaterThan(140_000);
    const isLost = (character: string) =>
      cleanText(`Kit${character}chen`).replace(' ', '') === 'Kitchen' && cleanText(character) === '';
    const left = invisible.filter((character) => !isLost(character));
    expect(left.map((character) => character.codePointAt(0)!.toString(16))).toEqual([]);
  });
  it.each([
    ['  two\t\r\nlines\u{2028}', 'two lines'],
    ['e\u{200D}\u{301}', 'é'],
    ['\u{202E}0% pihS\u{202C}', '0% pihS'],
    ['\u{FE0F}plain\u{FE0F} 1\u{FE0F}\u{20E3} ❤\u{FE0F}', 'plain 1\u{FE0F}\u{20E3} ❤\u{FE0F}'],
    ['\u{301}\u{302}a', 'a'],
    [`z${'\u{335}'.repeat(50)}`, `z${'\u{335}'.repeat(4)}`],
    ['\u{D800}half', 'half'],
    ['\u{E0048}\u{E0075}tags', 'tags'],
    ['Größe – “naïve” 日本語 नमस्ते עברית 👍🏽', 'Größe – “naïve” 日本語 नमस्ते עברית 👍🏽'],
  ])('%j is cleaned to %j', (text, clean) => expect(cleanText(text)).toBe(clean));
  it('is clean once cleaned', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nastyText), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once.normalize('NFC')).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s|[^\S ]|(?:^|\s)\p{M}|\p{M}{5}/u);
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
  it('is left as it is in the bundled catalog', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'string') expect.soft(cleanText(value)).toBe(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(walk);
    };
    for (const file of globSync('data/**/*.json')) walk(JSON.parse(readFileSync(file, 'utf8')));
  });
  it('of a megabyte is cleaned at once', () => {
    const start = performance.now();
    for (const unit of [
      '\u{301}',
      ' ',
      '\u{FE0F}',
      '\u{200B}',
      'a\u{301} ',
      '\u{3164}',
      '\u{300}\u{327}',
      '\u{F71}\u{F80}',
    ])
      cleanText(unit.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('the label of a feed', () => {
  it('is never empty, has a visible letter or digit, is clean and has at most 40 characters', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nastyText), fc.oneof(anyText, nastyText), (text, fallback) => {
        const label = cleanLabel(text, fallback);
        expect(label).toMatch(/[\p{L}\p{N}]/u);
        expect([...label].length).toBeLessThanOrEqual(40);
        expect(cleanLabel(label, 'other')).toBe(label);
        expect(cleanText(label)).toBe(label);
      }),
      { numRuns: 2_000 },
    );
  });
  it.each([
    ['\u{200B}', 'feeds.example', 'feeds.example'],
    ['— … !', 'feeds.example', 'feeds.example'],
    ['\u{2800}\u{3164}', '\u{AD}', 'Feed without a name'],
    ['Team \u{202E}kitchen', 'x', 'Team kitchen'],
    ['x'.repeat(100), 'y', `${'x'.repeat(39)}…`],
  ])('%j, or else %j, is %j', (text, fallback, label) => expect(cleanLabel(text, fallback)).toBe(label));
});

describe('labels that people would take for each other', () => {
  it.each([
    'hullmark',
    'HULLMARK ',
    'Hul lmark',
    'Hul-lmark.',
    'Ｈｕｌｌｍａｒｋ',
    '𝐇𝐮𝐥𝐥𝐦𝐚𝐫𝐤',
    'Hüllmárk',
    'Ｈ\u{200B}ul\u{2063}lmark',
    'Нullmаrk',
    'HuIImark',
    'Hu11mark',
    'Hullrnark',
    'ʜᴜʟʟᴍᴀʀᴋ',
    'ᎻullmarᏦ',
    'Ηυllmαrκ',
  ])('%s is Hullmark', (label) => expect(isSameLabel(label, 'Hullmark')).toBe(true));
  it.each(['Hallmark', 'Hullmarks', 'Kitchen', '日本語'])('%s is not', (label) =>
    expect(isSameLabel(label, 'Hullmark')).toBe(false),
  );
  it('does not mix up labels in other scripts', () => {
    expect(isSameLabel('日本語', '中文')).toBe(false);
    expect(isSameLabel('Команда', 'Кухня')).toBe(false);
  });
});
