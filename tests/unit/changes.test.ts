import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../cli/feed/atom.ts';
import { changesOf, mergedChanges, readChanges, type Change } from '../../catalog/changes.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { newsOf, toolsById, watchedTools } from '../../catalog/news.ts';
import { summaryOf } from '../../catalog/tool-summary.ts';
import { reference, tool } from '../builders/tool.ts';

const today = '2026-11-22';
const cited = { source: 'readme', checked: '2026-11-20' };
const change = (more: Partial<Change> = {}): Change => ({
  ...{ tool: 'oven', name: 'Oven', kind: 'price', text: 'Free → Paid', date: today },
  ...more,
});
const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

describe('what is different about a tool', () => {
  const paid = { value: 'paid', amount: 20, currency: 'USD', unit: 'seat/month', ...cited } as const;
  const oven = tool('oven', 'ssk');
  it.each([
    ['new and reviewed', undefined, oven, [['new', 'Ship, 2 of 3 reviewers']]],
    ['new', undefined, tool('oven', 'ss'), [['new', 'Not reviewed yet']]],
    ['gone', oven, undefined, [['gone', 'No longer in the catalog']]],
    ['never there', undefined, undefined, []],
    ['a vote', oven, tool('oven', 'skk'), [['verdict', 'Ship → Skip (Skeptic changed)']]],
    ['reviewed', tool('oven', ''), oven, [['verdict', 'Ship, 2 of 3 reviewers']]],
    [
      'not reviewed any more',
      oven,
      tool('oven', ''),
      [['verdict', 'No verdict any more (was Ship, 2 of 3 reviewers)']],
    ],
    [
      'the price',
      oven,
      tool('oven', 'ssk', {}, { entryPrice: paid }),
      [['price', 'Free → Paid, $20 per seat/month']],
    ],
    [
      'the license',
      oven,
      tool('oven', 'ssk', {}, { license: { value: 'LicenseRef-Lab', ...cited } }),
      [['license', 'MIT → Lab License']],
    ],
    [
      'all that can move',
      oven,
      tool(
        'oven',
        'skk',
        { name: 'Oven 2' },
        {
          status: { value: 'archived', ...cited },
          license: { value: 'unknown', ...cited },
          entryPrice: paid,
        },
      ),
      [
        ['verdict', 'Ship → Skip (Skeptic changed)'],
        ['status', 'Active → Archived'],
        ['license', 'MIT → Unknown'],
        ['price', 'Free → Paid, $20 per seat/month'],
      ],
    ],
    [
      'other facts only',
      oven,
      tool('oven', 'ssk', { does: 'Bakes cakes.' }, { stars: { value: 7, ...cited } }),
      [],
    ],
  ])('%s', (_, before, after, said) => {
    const changes = changesOf(before, after, today, reference);
    expect(changes.map(({ kind, text }) => [kind, text])).toEqual(said);
    for (const each of changes)
      expect(each).toMatchObject({ tool: 'oven', name: (after ?? before)!.name, date: today });
  });
  it('a tool that stays as it was has no changes, whatever it is', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[sk]{0,5}$/), fc.string(), (votes, license) => {
        const same = () => tool('oven', votes, {}, { license: { value: license, ...cited } });
        expect(changesOf(same(), same(), today, reference)).toEqual([]);
      }),
    ));
});

describe('two lists of changes as one', () => {
  it('newest day first, on a day the most telling first, then by name', () => {
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
  ])('a change of %s is kept %d days: %s', (date, days, kept) =>
    expect(mergedChanges([], [change({ date })], today, days)).toHaveLength(kept ? 1 : 0),
  );
  it('holds a thousand, and lets the oldest go', () => {
    const many = (date: string) =>
      Array.from({ length: 800 }, (_, at) => change({ date, tool: `${date}-${at}` }));
    const merged = mergedChanges(many('2026-11-21'), many(today), today);
    expect(merged).toHaveLength(1_000);
    expect(merged.filter(({ date }) => date === today)).toHaveLength(800);
  });
  it('never holds one twice, and the same again adds nothing', () => {
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

describe('a feed’s file of changes', () => {
  it('comes back as it was written', () =>
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

describe('the Atom feed', () => {
  const feed = { id: 'kitchen', name: 'Kitchen & <Co>', updated: '2026-11-22T06:00:00Z' };
  const nasty = change({ name: `<b>"O'ven" & \u0000\u001b\ud800co</b>`, text: 'Free → “Paid” ]]> <!--' });
  const link = (id: string) => (id === 'oven' ? 'https://oven.example/?a=1&b="2"' : undefined);
  const parsed = (changes: Change[]) =>
    new DOMParser().parseFromString(atomFeed(feed, changes, link), 'application/xml');
  const texts = (at: Document | Element, name: string) =>
    [...at.getElementsByTagName(name)].map(({ textContent }) => textContent);

  it('can be read back, whatever the names hold', () => {
    const document = parsed([nasty, change({ tool: 'pan', name: 'Pan', kind: 'gone', text: 'Gone.' })]);
    const [first, second] = [...document.getElementsByTagName('entry')];
    expect(texts(document, 'title')).toEqual([
      'Kitchen & <Co>: what is new',
      `Price: <b>"O'ven" & co</b>`,
      'Removed: Pan',
    ]);
    expect(texts(document, 'updated')).toEqual([
      '2026-11-22T06:00:00Z',
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00Z',
    ]);
    expect(texts(document.getElementsByTagName('author')[0]!, 'name')).toEqual(['Kitchen & <Co>']);
    expect(texts(first!, 'summary')).toEqual(['Free → “Paid” ]]> <!--']);
    expect(first!.getElementsByTagName('link')[0]!.getAttribute('href')).toBe(link('oven'));
    expect(second!.getElementsByTagName('link')).toHaveLength(0);
    expect(texts(second!, 'content')).toEqual(['Gone.']);
  });
  it('names each change the same in every version, and no two alike', () => {
    const other = change({ text: 'Paid → Free' });
    const first = texts(parsed([nasty, other]), 'id');
    expect(new Set(first).size).toBe(3);
    for (const id of first)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(texts(parsed([change(), other, nasty]), 'id').slice(2)).toEqual(first.slice(1).toReversed());
  });
});

describe('news for a reader', () => {
  const tools = toolsById([
    summaryOf(tool('oven', 'sss', { formerIds: ['stove'] }), reference),
    summaryOf(tool('pan', 'sss'), reference),
  ]);
  it('parts this week from earlier, and watched tools from others, under all ids they had', () => {
    const [now, renamed] = [change(), change({ tool: 'stove', date: '2026-11-16' })];
    const [other, old] = [change({ tool: 'pan' }), change({ date: '2026-11-15' })];
    for (const watched of [['oven'], ['stove'], ['oven', 'stove', 'pot']])
      expect(newsOf([now, other, renamed, old], watched, tools, today)).toEqual({
        watched: [
          { date: today, changes: [now] },
          { date: '2026-11-16', changes: [renamed] },
        ],
        others: [{ date: today, changes: [other] }],
        earlier: [{ date: '2026-11-15', changes: [old] }],
      });
  });
  it('lists the watched tools by name, each once, and those gone by the name they had', () =>
    expect(
      watchedTools(['stove', 'pot', 'oven', 'jar'], tools, [change({ tool: 'pot', name: 'A pot' })]),
    ).toEqual([
      { id: 'pot', name: 'A pot', isGone: true },
      { id: 'jar', name: 'jar', isGone: true },
      { id: 'oven', name: 'Oven', formerIds: ['stove'], isGone: false },
    ]));
});
