import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedChanges, readChanges, type Change } from '../../../catalog/changes.ts';
import { FeedError } from '../../../catalog/feed/feed-error.ts';

const today = '2026-11-22';
const change = (more: Partial<Change> = {}): Change => ({
  ...{ tool: 'oven', name: 'Oven', from: undefined, kind: 'price', text: 'Free → Paid', date: today },
  ...more,
});
const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

describe('merging two lists of changes', () => {
  it('sorts by day, newest first, then by importance, then by name', () => {
    const early = change({ date: '2026-11-01', kind: 'verdict' });
    const added = change({ kind: 'new', name: 'Pan 2', tool: 'pan-2' });
    const tenth = change({ kind: 'new', name: 'Pan 10', tool: 'pan-10' });
    const reviewed = change({ kind: 'verdict', name: 'Zest' });
    expect(mergedChanges([early], [tenth, added, reviewed], today)).toEqual([reviewed, added, tenth, early]);
  });
  it.each([
    ['2026-09-23', 60, true],
    ['2026-09-22', 60, false],
    ['2026-08-24', 90, true],
    ['2026-08-23', 90, false],
    ['2999-01-01', 90, false],
  ])('a change of %s is kept %d days: %s', (date, days, isKept) =>
    expect(mergedChanges([], [change({ date })], today, days)).toHaveLength(isKept ? 1 : 0),
  );
  it('holds a thousand and drops the oldest', () => {
    const many = (date: string) =>
      Array.from({ length: 800 }, (_, at) => change({ date, tool: `${date}-${at}` }));
    const merged = mergedChanges(many('2026-11-21'), many(today), today);
    expect(merged).toHaveLength(1_000);
    expect(merged.filter(({ date }) => date === today)).toHaveLength(800);
  });
  it('holds an equal share of each feed where there are more, so that none crowds out the others', () => {
    const many = (from: string | undefined, count: number, date = today) =>
      Array.from({ length: count }, (_, at) => change({ from, date, tool: `${from}-${at}` }));
    const merged = mergedChanges(many(undefined, 30, '2026-10-01'), many('Loud', 5_000), today);
    expect(merged).toHaveLength(1_000);
    expect(merged.filter(({ from }) => from === undefined)).toHaveLength(30);
    const three = [...many('One', 900), ...many('Two', 900), ...many('Three', 200)];
    const counts = Map.groupBy(mergedChanges([], three, today), ({ from }) => from);
    expect([...counts].map(([from, each]) => [from, each.length])).toEqual([
      ['One', 400],
      ['Two', 400],
      ['Three', 200],
    ]);
  });
  it('never holds a change twice, and merging the same list again adds nothing', () => {
    const each = fc.record({
      tool: fc.constantFrom('oven', 'pan'),
      name: fc.constantFrom('Oven', 'Pan'),
      kind: fc.constantFrom('new', 'price'),
      text: fc.constantFrom('a', 'b'),
      date: fc.constantFrom('2026-11-20', '2026-11-22', '2026-01-01'),
    }) as fc.Arbitrary<Change>;
    fc.assert(
      fc.property(fc.array(each), fc.array(each), (earlier, later) => {
        const merged = mergedChanges(earlier, later, today);
        const keys = merged.map((one) => [one.tool, one.kind, one.text, one.date].join());
        expect(new Set(keys).size).toBe(keys.length);
        expect(mergedChanges(merged, later, today)).toEqual(merged);
      }),
    );
  });
});

describe('the changes file of a feed', () => {
  it('is read as it was written', () =>
    expect(readChanges(bytes([change()]), 'changes.json')).toEqual([change()]));
  it('may hold kinds and fields of a later version', () =>
    expect(readChanges(bytes([{ ...change(), kind: 'owner', more: 1 }]), 'changes.json')).toEqual([
      change({ kind: 'unknown' }),
    ]));
  it.each([
    [{}, 'changes.json: (root): '],
    [[change({ date: 'today' })], 'changes.json: 0.date: '],
    [[change({ name: 'x'.repeat(81) })], 'changes.json: 0.name: '],
    [[change(), change({ text: ' ' })], 'changes.json: 1.text: '],
  ])('%j is refused', (json, words) => {
    const read = () => readChanges(bytes(json), 'changes.json');
    expect(read).toThrow(FeedError);
    expect(read).toThrow(words);
  });
});
