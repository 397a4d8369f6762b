import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, numberingOf, withoutBuild, type Numbering } from '../../../catalog/numbering.ts';

/** In the order that the specification gives them, each before the next. */
const ordered: Record<Numbering, string[][]> = {
  pep440: [
    // https://packaging.python.org/en/latest/specifications/version-specifiers/#summary-of-permitted-suffixes-and-relative-ordering
    ['1.dev0', '1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456', '1.0b2'],
    ['1.0b2', '1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5'],
    ['1.0+abc.5', '1.0+abc.7', '1.0+5', '1.0.post456.dev34', '1.0.post456', '1.0.15', '1.1.dev1'],
    // The same page, version epochs: a year is followed by a lower number of the next epoch.
    ['2013.10', '2014.04', '1!1.0', '1!1.1', '1!2.0'],
    ['0.9', '0.9.1', '0.9.2', '0.9.10', '0.9.11', '1.0'],
  ],
  semver: [
    // https://semver.org/#spec-item-11
    ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
    ['1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1'],
  ],
  plain: [['v1.9', '1.10', 'v1.10.1', '2', '2024.12']],
};

const same: Record<Numbering, [string, string][]> = {
  pep440: [
    ['1.0', '1.0.0'],
    ['v1.0', '1.0'],
    ['1.1RC1', '1.1rc1'],
    ['1.1.a1', '1.1a1'],
    ['1.1-alpha_1', '1.1a1'],
    ['1.1c1', '1.1rc1'],
    ['1.2a', '1.2a0'],
    ['1.2-post2', '1.2.post2'],
    ['1.2-r4', '1.2.post4'],
    ['1.0-1', '1.0.post1'],
    ['1.2.post', '1.2.post0'],
    ['1.2-dev2', '1.2.dev2'],
    ['1.0+ubuntu-1', '1.0+ubuntu.1'],
    ['01.02', '1.2'],
    ['0!1.0', '1.0'],
  ],
  semver: [['v1.0.0+20130313144700', '1.0.0+exp.sha.5114f85']],
  plain: [['1.8', 'v1.8.0']],
};

const unclear: Record<Numbering, string[]> = {
  pep440: [
    '',
    'latest',
    '1.82.0-stable',
    'langflow@1.8.2',
    '1.0.x',
    'b10064',
    '1'.repeat(16),
    '9'.repeat(400),
  ],
  semver: ['', 'latest', '1.0', '1', '01.0.0', '1.0.0-01', '1.0.0-', '1.0.0 beta', `1.0.${'9'.repeat(16)}`],
  plain: ['', 'SAM 3', '1.0rc1', '1.0-2', '2.1.0+cu118', 'nightly-2026', '1..2', '1.'],
};

const numberings = Object.keys(ordered) as Numbering[];
// Small enough that no version of several numbers has more than a hundred letters.
const number = fc.oneof(fc.nat(12), fc.nat(99_999_999));
const dotted = fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join('.'));
const some = (make: (at: number) => string) => fc.option(number.map(make), { nil: '' });
const pep440 = fc
  .tuple(
    some((epoch) => `${epoch}!`),
    dotted,
    fc.option(
      fc.tuple(fc.constantFrom('a', 'b', 'rc'), number).map(([word, at]) => word + at),
      { nil: '' },
    ),
    some((post) => `.post${post}`),
    some((dev) => `.dev${dev}`),
    fc.option(fc.constantFrom('+cu118', '+5', '+abc.7'), { nil: '' }),
  )
  .map((parts) => parts.join(''));
const semver = fc
  .tuple(
    fc.tuple(number, number, number).map((numbers) => numbers.join('.')),
    fc.option(fc.constantFrom('-alpha', '-alpha.1', '-1', '-rc.2', '--'), { nil: '' }),
  )
  .map((parts) => parts.join(''));
const versions: Record<Numbering, fc.Arbitrary<string>> = { pep440, semver, plain: dotted };

describe.each(numberings)('versions by %s', (numbering) => {
  const compare = (a: string, b: string) => compareVersions(numbering, a, b);

  it.each(ordered[numbering].map((row) => [row]))('come in the order %j', (row) => {
    for (const [at, one] of row.entries())
      for (const [further, other] of row.entries())
        expect(Math.sign(compare(one, other)!), `${one} and ${other}`).toBe(Math.sign(at - further));
  });
  it.each(same[numbering])('are the same written %s and %s', (one, other) => {
    expect(compare(one, other)).toBe(0);
    expect(compare(other, one)).toBe(0);
  });
  it.each(unclear[numbering])('are not compared where one is %j', (version) => {
    expect(compare(version, '1.0.0')).toBeUndefined();
    expect(compare('1.0.0', version)).toBeUndefined();
  });
  it('have one order: total, antisymmetric and transitive', () => {
    fc.assert(
      fc.property(versions[numbering], versions[numbering], versions[numbering], (a, b, c) => {
        expect(compare(a, a)).toBe(0);
        expect(Math.sign(compare(a, b)!)).toBe(-Math.sign(compare(b, a)!) + 0);
        const [low, mid, high] = [a, b, c].sort((one, other) => compare(one, other)!) as [
          string,
          string,
          string,
        ];
        expect(compare(low, high)).toBeLessThanOrEqual(0);
        if (compare(low, mid)! < 0 || compare(mid, high)! < 0) expect(compare(low, high)).toBeLessThan(0);
      }),
    );
  });
  it('compare any text without failing, and every text that is understood with itself as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([0, undefined]).toContain(compare(text, text));
      }),
    );
  });
});

describe('a version on its own', () => {
  it('is numbered as its registry prescribes', () => {
    const pages = ['pkg:pypi/a', 'pkg:npm/%40a/b', 'pkg:github/a/b', 'a.b/c', undefined];
    expect(pages.map(numberingOf)).toEqual(['pep440', 'semver', 'plain', 'plain', 'plain']);
  });
  it('is the same version without the name of its build', () => {
    expect(['2.1.0+cu118', '1.0.0', '1.0.0-rc.1+5'].map(withoutBuild)).toEqual([
      '2.1.0',
      '1.0.0',
      '1.0.0-rc.1',
    ]);
  });
});
