import { describe, expect, it } from 'vitest';
import { browse, everything, withoutOne, type Query } from '../../../catalog/browse.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const all = [
  tool('zinc', 'ssss'),
  tool('oven', 'skk', {}, { license: { value: 'LicenseRef-Lab', ...cited } }),
  tool('vat', 'sskk', { job: 'brewing', review: { ...tool('vat', 'sskk').review!, date: '2026-11-21' } }),
  tool('keg', '', { job: 'brewing' }, { entryPrice: { value: 'paid', ...cited } }),
  tool('pot10', 'ss'),
  tool('pot9', 'sssk'),
].map((one) => summaryOf(one, reference, undefined));
const ids = (query: Partial<Query>) =>
  browse({ ...everything, ...query }, all, (job) => reference.jobs[job]!.name).map(({ id }) => id);

describe('browsing the catalog', () => {
  it.each<[Partial<Query>, string[]]>([
    [{}, ['keg', 'oven', 'pot9', 'pot10', 'vat', 'zinc']],
    [{ job: 'brewing' }, ['keg', 'vat']],
    [{ verdict: 'Ship' }, ['pot9', 'zinc']],
    [{ verdict: 'Split' }, ['vat']],
    [{ verdict: 'Skip' }, ['oven']],
    [{ verdict: 'none' }, ['keg', 'pot10']],
    [{ license: 'custom' }, ['oven']],
    [{ price: 'paid', job: 'brewing' }, ['keg']],
    [{ price: 'free', job: 'brewing' }, ['vat']],
    [{ price: 'free', license: 'open source' }, ['pot9', 'pot10', 'vat', 'zinc']],
    [{ sort: 'share' }, ['zinc', 'pot9', 'vat', 'oven', 'keg', 'pot10']],
    [{ sort: 'date', job: 'brewing' }, ['vat', 'keg']],
    [{ words: 'brewng', sort: 'name' }, ['keg', 'vat']],
    [{ words: 'zinc', job: 'brewing' }, []],
    [{ job: 'mining' }, []],
  ])('%j → %j', (query, found) => expect(ids(query)).toEqual(found));
  it('says which one filter to leave out where nothing matches, the fewest tools first', () => {
    const none = { ...everything, job: 'brewing', price: 'paid', verdict: 'Ship' };
    expect(withoutOne(none, all, String)).toEqual([{ field: 'verdict', found: 1 }]);
    const other = { ...everything, job: 'brewing', words: 'zinc' };
    expect(withoutOne(other, all, String)).toEqual([
      { field: 'job', found: 1 },
      { field: 'words', found: 2 },
    ]);
    expect(withoutOne({ ...everything, job: 'mining' }, all, String)).toEqual([{ field: 'job', found: 6 }]);
  });
});
