import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../catalog/answer.ts';
import { badgeRecord, isBadgeRecord } from '../../catalog/badge-record.ts';
import { bucketOf } from '../../catalog/buckets.ts';
import { comparison } from '../../catalog/comparison.ts';
import { factViews } from '../../catalog/fact-views.ts';
import { findTool, pagesOf } from '../../catalog/find-tool.ts';
import { commercialUseOf, licenseTerms } from '../../catalog/license.ts';
import { comparisonMarkdown, toolMarkdown } from '../../catalog/markdown.ts';
import { priceLabel } from '../../catalog/price.ts';
import { rivalsOf, summaryOf } from '../../catalog/rivals.ts';
import { citedSources, scorecard } from '../../catalog/scorecard.ts';
import { searchTools } from '../../catalog/search.ts';
import { isOldFact, isOutdated, judgedLabel } from '../../catalog/staleness.ts';
import {
  communityInWords,
  countFromLetters,
  percent,
  verdictInWords,
  verdictWord,
} from '../../catalog/verdict.ts';
import { isOlder, versionLabel } from '../../catalog/version.ts';
import { reference, tool } from './tools.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

describe('the verdict is a count', () => {
  it.each([
    ['sssk', 'Ship · 75%'],
    ['ssss', 'Ship · 100%'],
    ['sskk', 'Split · 50%'],
    ['skkk', 'Skip · 25%'],
    ['kkkkk', 'Skip · 0%'],
    ['ssk', 'Ship · 67%'],
    ['skk', 'Skip · 33%'],
    ['ss', 'No verdict yet'],
    ['', 'No verdict yet'],
  ])('%s → %s', (votes, words) => expect(verdictInWords(countFromLetters(votes))).toBe(words));
  it('a word and its share never disagree', () =>
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.nat(5), (of, ship) => {
        fc.pre(ship <= of);
        const word = verdictWord({ ship, of });
        expect(word === 'Ship').toBe(percent({ ship, of }) > 50);
        expect(word === 'Split').toBe(ship * 2 === of);
      }),
    ));
  it.each([
    [undefined, 'no votes yet'],
    [{ ship: 4, of: 4 }, 'no votes yet'],
    [{ ship: 3, of: 5 }, '60% of 5 would ship'],
  ])('community %j → %s', (count, words) => expect(communityInWords(count)).toBe(words));
});

describe('versions', () => {
  it.each([
    ['0.16', '0.18.0', true],
    ['0.9', '0.10', true],
    ['SAM 3', 'SAM 3.1', true],
    ['1.0', '1.0.0', false],
    ['2026.8.19', '2026.9.3', true],
    ['2.0', '1.9', false],
    ['Alpha', 'Beta', false],
    [undefined, '1.0', false],
    ['1.0', undefined, false],
  ])('%s is older than %s: %s', (judged, latest, older) => expect(isOlder(judged, latest)).toBe(older));
  it.each([
    ['0.16', 'v0.16'],
    ['SAM 3', 'SAM 3'],
  ])('%s is written %s', (version, label) => expect(versionLabel(version)).toBe(label));
  it('an unknown latest version makes no verdict outdated', () =>
    expect(
      isOutdated(tool('oven', 'sss', {}, { version: { value: 'unknown', checked: '2026-11-20' } })),
    ).toBe(false));
  it('a hosted product is judged as of a day', () => {
    const hosted = tool('oven', 'sss');
    const { date, votes } = hosted.review!;
    expect(judgedLabel({ ...hosted, review: { date, votes, asOf: '2026-11-19' } })).toBe('as of 2026-11-19');
  });
  it.each([
    ['2026-08-24', false],
    ['2026-08-23', true],
  ])('a fact checked %s is old on 2026-11-22: %s', (checked, old) =>
    expect(isOldFact(checked, '2026-11-22')).toBe(old),
  );
});

describe('licenses', () => {
  it.each([
    ['MIT', 'yes'],
    ['AGPL-3.0-only', 'conditions'],
    ['LicenseRef-Lab', 'no'],
    ['MIT OR LicenseRef-Lab', 'yes'],
    ['MIT AND LicenseRef-Lab', 'no'],
    ['MIT AND AGPL-3.0-only', 'conditions'],
    ['MIT OR LicenseRef-Lab AND AGPL-3.0-only', 'yes'],
    ['GPL-2.0-only', 'unknown'],
    ['MIT AND GPL-2.0-only', 'unknown'],
    ['constructor', 'unknown'],
    ['unknown', 'unknown'],
  ])('%s: commercial use %s', (expression, use) =>
    expect(licenseTerms(expression, reference.licenses).commercialUse).toBe(use),
  );
  it('a custom license is called by its name', () =>
    expect(licenseTerms('MIT OR LicenseRef-Lab', reference.licenses).label).toBe('MIT OR Lab License'));
  it("a tool's own fact outranks its license", () =>
    expect(
      commercialUseOf(tool('oven', '', {}, { commercialUse: { value: 'no', ...cited } }), reference.licenses),
    ).toBe('no'));
});

describe('prices', () => {
  it.each([
    [{ value: 'open source' }, 'Open source'],
    [{ value: 'unknown' }, 'Not known'],
    [{ value: 'paid', amount: 20, currency: 'USD', unit: 'seat/month' }, 'Paid, $20 per seat/month'],
    [{ value: 'freemium', amount: 9.5, currency: 'EUR' }, 'Freemium, €9.50'],
  ] as const)('%j → %s', (price, label) => expect(priceLabel(price)).toBe(label));
});

describe('which one should you ship with', () => {
  const lab = { license: { value: 'LicenseRef-Lab', ...cited } };
  const agpl = { license: { value: 'AGPL-3.0-only', ...cited } };
  const unclear = { license: { value: 'unknown', ...cited } };
  const paid = { entryPrice: { value: 'paid', ...cited } } as const;
  const noPrice = { entryPrice: { value: 'unknown', ...cited } } as const;
  const brewer = { job: 'brewing' };
  it.each([
    [
      'one leads',
      tool('oven', 'sssk'),
      tool('pan', 'ssss'),
      'On the panel Pan leads, 4 of 4 to 3 of 4; both may be used commercially, and both are free to start.',
    ],
    [
      'a half leads over less',
      tool('oven', 'sskk'),
      tool('pan', 'skkk'),
      'On the panel Oven leads, 2 of 4 to 1 of 4; both may',
    ],
    [
      'both below one half',
      tool('oven', 'skkk'),
      tool('pan', 'kkkk'),
      'On the panel nobody leads, as both are below one half, 1 of 4 to 0 of 4; both may',
    ],
    [
      'a tie',
      tool('oven', 'ssss'),
      tool('pan', 'sss'),
      'On the panel nobody leads, 4 of 4 to 3 of 3; both may',
    ],
    [
      'one has no verdict',
      tool('oven', 'ss'),
      tool('pan', 'ssk'),
      'The panel has a verdict on Pan only, 2 of 3; both may',
    ],
    [
      'the other has none',
      tool('oven', 'ssk'),
      tool('pan', ''),
      'The panel has a verdict on Oven only, 2 of 3; both may',
    ],
    ['neither has', tool('oven', ''), tool('pan', ''), 'The panel has no verdict on either; both may'],
    [
      'a license asks less',
      tool('oven', 'sss'),
      tool('pan', 'sss', {}, lab),
      "; for commercial use Oven's license asks less of you.",
    ],
    [
      'the other asks less',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss'),
      "; for commercial use Pan's license asks less of you.",
    ],
    [
      'both set conditions',
      tool('oven', 'sss', {}, agpl),
      tool('pan', 'sss', {}, agpl),
      '; both set conditions for commercial use, and both',
    ],
    [
      'neither may be used',
      tool('oven', 'sss', {}, lab),
      tool('pan', 'sss', {}, lab),
      '; neither may be used commercially, and both',
    ],
    [
      'one license unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss'),
      '; whether Oven may be used commercially could not be verified.',
    ],
    [
      'both unclear',
      tool('oven', 'sss', {}, unclear),
      tool('pan', 'sss', {}, unclear),
      '; whether either may be used commercially could not be verified.',
    ],
    [
      'one is free to start',
      tool('oven', 'sss', {}, paid),
      tool('pan', 'sss'),
      ', but only Pan is free to start.',
    ],
    [
      'neither is',
      tool('oven', 'sss', {}, paid),
      tool('pan', 'sss', {}, paid),
      ', and neither is free to start.',
    ],
    [
      'a price unknown',
      tool('oven', 'sss', {}, noPrice),
      tool('pan', 'sss'),
      ', and the entry price of Oven is not known.',
    ],
    [
      'prices unknown',
      tool('oven', 'sss', {}, noPrice),
      tool('pan', 'sss', {}, noPrice),
      ', and the entry price of Oven and Pan is not known.',
    ],
  ])('%s', (_, left, right, words) => expect(answer(left, right, reference)[1]).toContain(words));
  it('the same job, or each its own', () => {
    expect(answer(tool('oven', ''), tool('pan', ''), reference)[0]).toBe(
      'They do the same job: each bakes bread.',
    );
    expect(answer(tool('oven', ''), tool('vat', '', brewer), reference)[0]).toBe(
      'They do different jobs: Oven bakes bread, Vat brews beer.',
    );
  });
});

describe('a comparison', () => {
  const row = (question: string, left = tool('oven', 'sssk'), right = tool('pan', 'sks')) =>
    comparison(left, right, reference).find((one) => one.question === question);
  it('says who ships both, where they part and who was asked on one only', () => {
    expect(row('Both ship')?.left.text).toBe('Builder, Futurist');
    expect(row('They part on')?.left.text).toBe('Skeptic: ship');
    expect(row('They part on')?.right.text).toBe('Skeptic: skip');
    expect(row('Asked on one only')?.left.text).toBe('Creator: skip');
    expect(row('Asked on one only')?.right.text).toBe('Nobody');
    expect(row('Both skip')).toBeUndefined();
    expect(row('Both skip', tool('oven', 'kss'), tool('pan', 'kss'))?.left.text).toBe('Builder');
  });
  it('marks who leads, never on a tie', () => {
    expect(row('Panel')?.leads).toBe('left');
    expect(row('Panel', tool('oven', 'sss'), tool('pan', 'ssss'))?.leads).toBeUndefined();
    expect(row('Commercial use')?.leads).toBeUndefined();
  });
});

describe('rivals', () => {
  const all = [
    summaryOf(tool('zinc', 'sss')),
    summaryOf(tool('vat', 'sss', { job: 'brewing' })),
    summaryOf(tool('pan', 'sss')),
    summaryOf(tool('keg', 'sss', { job: 'brewing' })),
    summaryOf(tool('oven', 'sss')),
  ];
  it("the same job first, a file's own before the others", () =>
    expect(rivalsOf(tool('oven', '', { rivals: ['vat', 'zinc'] }), all).map(({ id }) => id)).toEqual([
      'zinc',
      'pan',
      'vat',
      'keg',
    ]));
  it('all others of a tool without rivals, by name within job and rest', () =>
    expect(rivalsOf(tool('oven', ''), all).map(({ id }) => id)).toEqual(['pan', 'zinc', 'keg', 'vat']));
  it('are found by a name with a typo, by maker and by job', () => {
    const jobName = (job: string) => reference.jobs[job]!.name;
    expect(searchTools('', all, jobName)).toEqual(all);
    expect(
      searchTools('brewng', all, jobName)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['keg', 'vat']);
    expect(searchTools('zinc', all, jobName).map(({ id }) => id)).toEqual(['zinc']);
    expect(searchTools('nothing of the kind', all, jobName)).toEqual([]);
  });
});

describe('facts in words', () => {
  it('name their sources, their notes and who disagrees', () => {
    const disputed = [{ value: 'paid' as const, ...cited }];
    const [price] = factViews(
      tool('oven', '', {}, { entryPrice: { value: 'free', freeTier: 'One loaf a day', disputed, ...cited } }),
      reference,
    );
    expect(price).toMatchObject({ text: 'Free', note: 'One loaf a day', checked: '2026-11-20' });
    expect(price!.sources.map(({ title }) => title)).toEqual(['README']);
    expect(price!.disputed.map(({ text }) => text)).toEqual(['Paid']);
  });
  it('an absent fact is left out, an unknown one says so', () => {
    const views = factViews(
      tool('oven', '', {}, { selfHost: { value: 'unknown', checked: '2026-11-20' } }),
      reference,
    );
    expect(views.map(({ key }) => key)).toEqual([
      'entryPrice',
      'license',
      'commercialUse',
      'selfHost',
      'version',
      'status',
    ]);
    expect(views.find(({ key }) => key === 'selfHost')).toMatchObject({ text: 'Not known', sources: [] });
  });
});

describe('look-ups', () => {
  const tools = [
    tool('oven', '', {
      pages: ['pkg:github/Some-One/Oven', 'oven.example/shop'],
      formerPages: ['pkg:github/old/oven'],
    }),
    tool('pan', '', { pages: ['oven.example', 'pkg:pypi/pan', 'pkg:huggingface/A/Pan'] }),
  ];
  it.each([
    [['pkg:github/some-one/oven'], 'oven', 'repository'],
    [['pkg:github/old/oven'], 'oven', 'former-name'],
    [['oven.example/shop/bread', 'oven.example/shop', 'oven.example'], 'oven', 'site'],
    [['oven.example/shops', 'oven.example'], 'pan', 'site'],
    [['pkg:pypi/pan'], 'pan', 'package'],
    [['pkg:huggingface/a/pan'], 'pan', 'model'],
  ])('%j → %s via %s', (candidates, id, via) =>
    expect(findTool(candidates, pagesOf(tools))).toMatchObject({ tool: id, via }),
  );
  it('know nothing of the rest', () =>
    expect(findTool(['__proto__', 'constructor'], pagesOf(tools))).toBeUndefined());
  it('spread evenly over the buckets', () => {
    const used = new Set(
      Array.from({ length: 4000 }, (_, at) => bucketOf(`pkg:github/owner-${at % 97}/repo-${at}`)),
    );
    expect(used.size).toBeGreaterThan(3300);
  });
});

describe('badge records', () => {
  it('hold what mark and card show', () => {
    const all = [tool('oven', 'sssk'), tool('pan', 'sss')].map(summaryOf);
    const record = badgeRecord(
      tool('oven', 'sssk', {}, { version: { value: '1.2', ...cited } }),
      all,
      reference,
    );
    expect(record).toEqual({
      tool: 'oven',
      name: 'Oven',
      votes: 'sssk',
      price: 'Open source',
      disputed: false,
      license: 'MIT',
      commercialUse: 'yes',
      judged: 'v1.0',
      latest: 'v1.2',
      outdated: true,
      rival: { id: 'pan', name: 'Pan' },
    });
    expect(isBadgeRecord(record)).toBe(true);
  });
  it.each([undefined, null, 7, 'x', {}, [], { tool: 'a' }])('%j is none', (value) =>
    expect(isBadgeRecord(value)).toBe(false),
  );
});

describe('scorecards', () => {
  it('number their sources as they come up', () => {
    const sources = { b: source('B'), a: source('A') };
    const two = tool('oven', 'ss', { sources });
    two.review!.votes[0]!.cites = ['b'];
    two.review!.votes[1]!.cites = ['a', 'b'];
    const takes = scorecard(two, reference.reviewers);
    expect(takes.map(({ name, cites }) => [name, cites.map(({ number }) => number)])).toEqual([
      ['Builder', [1]],
      ['Skeptic', [2, 1]],
    ]);
    expect(citedSources(takes).map(({ title }) => title)).toEqual(['B', 'A']);
  });
  const source = (title: string) => ({ url: 'https://example.com/', title, seen: '2026-11-01' });
});

describe('Markdown', () => {
  it('of a tool carries sources and dates', () => {
    const text = toolMarkdown(tool('oven', 'sssk'), reference);
    expect(text).toContain('- **Panel:** Ship · 75% (3 of 4 reviewers), judged v1.0 on 2026-11-20');
    expect(text).toContain('- **License:** MIT ([README](https://example.com/oven), checked 2026-11-20)');
    expect(text).toContain('- [README](https://example.com/oven), seen 2026-11-01');
  });
  it('cannot be broken out of by a name', () => {
    const text = comparisonMarkdown(
      tool('oven', 'sss', { name: 'A|B [x](y) <b>' }),
      tool('pan', 'sss'),
      reference,
    );
    expect(text).toContain('| | A\\|B \\[x\\](y) \\<b\\> | Pan |');
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    for (const line of table) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(5);
  });
});
