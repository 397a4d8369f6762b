import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAffected, type AffectedRange } from '../../../catalog/affected.ts';
import type { Numbering } from '../../../catalog/numbering.ts';

type Case = [version: string, affected: boolean | undefined];
const table: [string, Numbering, AffectedRange[], Case[]][] = [
  [
    'a version below the first fixed one',
    'pep440',
    [{ introduced: '0', fixed: '1.9.0' }],
    [
      ['1.8.2', true],
      ['1.9.0rc1', true],
      ['1.9.0.dev3', true],
      ['1.9', false],
      ['1.9.0.post1', false],
      ['v1.8.2', true],
      ['1.8.2-stable', undefined],
      ['latest', undefined],
    ],
  ],
  [
    'the last affected version and its builds',
    'pep440',
    [{ introduced: '2.0', lastAffected: '2.1.0' }],
    [
      ['1.9', false],
      ['2.0', true],
      ['2.1', true],
      ['2.1.0+cu118', true],
      ['2.1.0.post1', false],
      ['2.1.1', false],
    ],
  ],
  [
    'exact versions only',
    'pep440',
    [{ versions: ['8.3.41', '8.3.42'] }, { versions: ['8.3.45'] }],
    [
      ['8.3.40', false],
      ['8.3.41', true],
      ['v8.3.42', true],
      ['8.3.42.0', true],
      ['8.3.43', false],
      ['8.3.45', true],
      ['8.3.46', false],
    ],
  ],
  [
    'any of several ranges',
    'semver',
    [
      { introduced: '1.0.0', fixed: '1.4.2' },
      { introduced: '2.0.0-beta.1', fixed: '2.1.0' },
    ],
    [
      ['1.0.0-rc.1', false],
      ['1.4.1', true],
      ['1.4.2', false],
      ['2.0.0-beta.2', true],
      ['2.0.0-alpha', false],
      ['2.1.0-rc.1', true],
      ['2.1.0', false],
      ['2.1', undefined],
    ],
  ],
  [
    'all from one version on, where nothing is fixed',
    'plain',
    [{ introduced: '2.16' }],
    [
      ['v2.15.9', false],
      ['v2.16.0', true],
      ['3', true],
      ['3.0-beta', undefined],
    ],
  ],
  ['no bounds', 'plain', [{}], [['1.0', undefined]]],
  ['a bound that is no version', 'plain', [{ introduced: '0', fixed: 'next' }], [['1.0', undefined]]],
  [
    'a range that cannot be read beside one that can',
    'plain',
    [{ fixed: 'next' }, { introduced: '2', fixed: '3' }],
    [
      ['2.5', true],
      ['3.5', undefined],
    ],
  ],
  [
    'a listed word',
    'plain',
    [{ versions: ['nightly'] }],
    [
      ['nightly', true],
      ['1.0', undefined],
    ],
  ],
];

describe.each(table)('an advisory for %s', (_, numbering, ranges, cases) => {
  it.each(cases)('of version %j says %j', (version, affected) => {
    expect(isAffected(version, ranges, numbering)).toBe(affected);
  });
});

const number = fc.nat(30);
const version = fc.tuple(number, number, number).map((numbers) => numbers.join('.'));
const range: fc.Arbitrary<AffectedRange> = fc.oneof(
  fc.record({ introduced: version, fixed: version }),
  fc.record({ introduced: fc.constant('0'), lastAffected: version }),
  fc.record({ versions: fc.array(version, { minLength: 1, maxLength: 4 }) }),
);
const numbering = fc.constantFrom<Numbering>('pep440', 'semver', 'plain');

describe('whether a version is affected', () => {
  it('is told of each version by any of its ranges, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), version, numbering, (ranges, of, by) => {
        const each = ranges.map((one) => isAffected(of, [one], by));
        expect(isAffected(of, ranges, by)).toBe(each.includes(true));
        expect(isAffected(of, ranges.toReversed(), by)).toBe(isAffected(of, ranges, by));
      }),
    );
  });
  it('never holds of the fixed version, and holds of the introduced and the last affected one', () => {
    fc.assert(
      fc.property(version, version, numbering, (a, b, by) => {
        const [low, high] = [a, b].sort((one, other) => {
          const [x, y] = [one, other].map((each) => each.split('.').map(Number)) as [number[], number[]];
          return x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]!;
        }) as [string, string];
        expect(isAffected(high, [{ introduced: low, fixed: high }], by)).toBe(false);
        expect(isAffected(high, [{ introduced: low, lastAffected: high }], by)).toBe(true);
        expect(isAffected(low, [{ introduced: low, lastAffected: high }], by)).toBe(true);
        if (low !== high) expect(isAffected(low, [{ introduced: low, fixed: high }], by)).toBe(true);
      }),
    );
  });
  it('is never guessed of a text that is no version', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(range, { minLength: 1, maxLength: 3 }),
        numbering,
        (text, ranges, by) => {
          const isVersion = isAffected(text, [{ introduced: '0' }], by) === true;
          if (!isVersion) expect(isAffected(text, ranges, by)).toBeUndefined();
        },
      ),
    );
  });
});
