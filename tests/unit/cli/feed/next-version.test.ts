import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedBuckets, publishedIn } from '../../../../cli/feed/published.ts';
import { tool } from '../../../builders/tool.ts';
import { feedFolder } from '../../../builders/feed-folder.ts';

const { key, pub, at, run, data, build, secondVersion, manifestOf, changesIn, bytesBelow } = feedFolder();

describe('the next version of a feed', () => {
  beforeAll(async () => {
    const tools = await secondVersion();
    data('data-3', { ...tools, oven: tool('oven', 'sss') });
  });
  it('lists what is new', () =>
    expect(changesIn('feed-2').map(({ tool, kind, date }) => [tool, kind, date])).toEqual([
      ['oven', 'verdict', '2026-11-21'],
      ['pan', 'price', '2026-11-21'],
      ['wok', 'new', '2026-11-21'],
      ['pot', 'gone', '2026-11-21'],
    ]));
  it('keeps earlier changes for sixty days', async () => {
    const options = { tools: at('data-3'), previous: at('feed-2') };
    await build('feed-3', 3, { ...options, published: '2026-12-01' });
    expect(changesIn('feed-3').map(({ date }) => date)).toEqual([
      '2026-12-01',
      ...Array<string>(4).fill('2026-11-21'),
    ]);
    await build('feed-late', 3, { ...options, published: '2027-12-01' });
    expect(changesIn('feed-late').map(({ date }) => date)).toEqual(['2027-12-01']);
  });
  it('says how much has to be uploaded', async () => {
    const same = await build('feed-same', 2, { previous: at('feed') });
    const bytes = ['manifest.json', 'manifest.sig'].map((name) => statSync(at(`feed-same/${name}`)).size);
    expect(same.out).toContain(`To upload: 2 files, ${bytes[0]! + bytes[1]!} bytes`);
  });
  it('can be written into the folder of the previous one, whose files stay', async () => {
    cpSync(at('feed'), at('in-place'), { recursive: true });
    const old = bytesBelow('in-place').filter(([name]) => name!.startsWith('/files'));
    await build('in-place', 2, { tools: at('data-2'), published: '2026-11-21' });
    expect(readFileSync(at('in-place/manifest.json'))).toEqual(readFileSync(at('feed-2/manifest.json')));
    expect(bytesBelow('in-place')).toEqual(expect.arrayContaining(old));
  });
  it.each([
    ['a lower version', 1, {}, 2, '--version: 1 is not above version 1'],
    ['no previous feed', 2, { previous: '/nowhere' }, 1, '/nowhere is not a feed (no manifest.json)'],
  ])('is not made with %s', async (_, version, more, code, sentence) => {
    const result = await build('feed', version, more);
    expect([result.code, result.error]).toEqual([code, expect.stringContaining(sentence)]);
  });
  it('is far above the previous one only if that is meant', async () => {
    for (const version of [1_002, 70_000, 1e12, Number.MAX_SAFE_INTEGER]) {
      const { code, error } = await build('far', version, { previous: at('feed') });
      expect([code, error]).toEqual([
        2,
        expect.stringMatching(
          new RegExp(
            `^--version: ${version} is far above version 1 before it, .* if it is meant, add --allow-jump\n`,
          ),
        ),
      ]);
      expect(existsSync(at('far'))).toBe(false);
    }
    expect(await build('near', 1_001, { previous: at('feed') })).toMatchObject({ code: 0 });
    expect(await build('first', 202_611_222_200)).toMatchObject({ code: 0 });
    const options = { tools: at('data'), key, expires: '30d', published: '2026-11-21', out: at('far') };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const meant = [...args, '--previous', at('feed'), '--version', '9007199254740991', '--allow-jump'];
    expect(await run('build', ...meant)).toMatchObject({ code: 0 });
    expect(manifestOf('far').version).toBe(Number.MAX_SAFE_INTEGER);
  });
  it('can start the versions again, and later ones say so', async () => {
    const options = { tools: at('data'), key, expires: '30d', published: '2026-11-21' };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const again = (version: number, ...more: string[]) =>
      run('build', ...args, '--version', String(version), ...more);
    expect(await again(2, '--restart', '--out', at('again'))).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--restart: there is no version before this one/) as string,
    });
    cpSync(at('far'), at('again'), { recursive: true });
    expect(await again(2, '--out', at('again'))).toMatchObject({ code: 2 });
    expect(await again(2, '--restart', '--out', at('again'))).toMatchObject({ code: 0 });
    const restart = { number: 1, version: 2, date: '2026-11-21' };
    expect(manifestOf('again')).toMatchObject({ version: 2, restart });
    expect(await again(3, '--out', at('again'))).toMatchObject({ code: 0 });
    expect(manifestOf('again')).toMatchObject({ version: 3, restart });
    expect(await again(1, '--restart', '--out', at('again'))).toMatchObject({ code: 0 });
    expect(manifestOf('again').restart).toEqual({ number: 2, version: 1, date: '2026-11-21' });
    expect(await run('verify', at('again'), '--key', pub)).toMatchObject({ code: 0 });
  });
  it('is not a version of another feed', async () => {
    data('other', { pan: tool('pan', '') }, { feed: { id: 'cellar', name: 'Cellar', version: 1 } });
    const { code, error } = await build('none', 2, { tools: at('other'), previous: at('feed') });
    expect([code, error]).toEqual([1, `${at('feed')} is the feed “kitchen”, not “cellar”\n`]);
  });
  it('lists what changed even when the number of buckets changed', async () => {
    const synthetic = { tools: '', published: '2026-11-20' };
    await build('small', 1, { ...synthetic, synthetic: '12' });
    await build('large', 2, { ...synthetic, synthetic: '40', changed: '2', previous: at('small') });
    await build('small-again', 3, { ...synthetic, synthetic: '12', previous: at('large') });
    expect([manifestOf('small').bits, manifestOf('large').bits]).toEqual([2, 4]);
    const kinds = (feed: string) => Object.groupBy(changesIn(feed), ({ kind }) => kind);
    expect(kinds('large').new).toHaveLength(28);
    expect(new Set(kinds('large').price?.map(({ tool }) => tool)).size).toBe(2);
    expect(kinds('small-again').gone).toHaveLength(28);
    expect(await run('verify', at('large'), '--key', pub)).toMatchObject({ code: 0 });
    const { tools } = publishedBuckets(at('large'), publishedIn(at('large')));
    expect(tools(0, 0)).toHaveLength(40);
  });
});
