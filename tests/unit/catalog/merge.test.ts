import { describe, expect, it } from 'vitest';
import { maxLeftOut, maxOfBadges, maxOfTool } from '../../../catalog/feed/limits.ts';
import { mergeCatalog, type MergeLayer } from '../../../catalog/merge.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { crowdedPages } from '../../builders/crowded-pages.ts';
import { reference, tool } from '../../builders/tool.ts';

const layer = (tools: Tool[], more: Partial<MergeLayer> = {}): MergeLayer => ({
  feed: 'hullmark',
  tables: reference,
  tools: [tools],
  ...more,
});
const team = (tools: Tool[], more: Partial<MergeLayer> = {}) =>
  layer(tools, { feed: 'team', from: 'Team', ...more });
const pagesOf = (count: number, owner = 'someone') =>
  Array.from({ length: count }, (_, at) => `pkg:github/${owner}/p${at}`);
const broken = (id: string) => tool(id, 'sss', { pages: pagesOf(maxOfTool.pages + 1, id) });

describe('a merge of catalogs', () => {
  it('lets the upper entry replace the lower one, and names whose it is everywhere', async () => {
    const { summaries, badges, leftOut } = await mergeCatalog([
      layer([tool('oven', 'sss'), tool('pan', 'kkk')]),
      team([tool('oven', 'kkk', { pages: ['pkg:github/team/oven'] })]),
    ]);
    expect(summaries.map(({ id, votes, from }) => [id, votes, from])).toEqual([
      ['oven', 'kkk--', 'Team'],
      ['pan', 'kkk--', undefined],
    ]);
    expect(leftOut).toEqual([]);
    expect([...badges.keys()].sort()).toEqual(['pkg:github/someone/pan', 'pkg:github/team/oven']);
    expect(badges.get('pkg:github/team/oven')).toMatchObject({ from: 'Team', rival: { id: 'pan' } });
    expect(badges.get('pkg:github/someone/pan')!.rival).toEqual({ id: 'oven', name: 'Oven', from: 'Team' });
  });
  it('leaves a tool out alone, and shows the lower entry instead', async () => {
    const { summaries, leftOut, badges } = await mergeCatalog([
      layer([tool('oven', 'sss'), tool('pan', 'sss')]),
      team([broken('oven'), tool('pot', 'sss')]),
    ]);
    expect(leftOut).toEqual([
      { id: 'oven', feed: 'team', from: 'Team', reason: 'has 101 pages, more than 100' },
    ]);
    expect(summaries.map(({ id, from }) => [id, from])).toEqual([
      ['oven', undefined],
      ['pan', undefined],
      ['pot', 'Team'],
    ]);
    expect(badges.size).toBe(3);
  });
  it('leaves out a tool whose stored shape is not one', async () => {
    const { leftOut, summaries } = await mergeCatalog([
      layer([{ ...tool('oven', 'sss'), facts: undefined } as unknown as Tool, tool('pan', 'sss')]),
    ]);
    expect(leftOut.map(({ id }) => id)).toEqual(['oven']);
    expect(summaries.map(({ id }) => id)).toEqual(['pan']);
  });
  it('asks for further proof where it is given one', async () => {
    const prove = ({ id }: Tool) => {
      if (id === 'pan') throw new Error('is no pan');
    };
    const { leftOut } = await mergeCatalog([layer([tool('oven', 'sss'), tool('pan', 'sss')])], prove);
    expect(leftOut).toEqual([{ id: 'pan', feed: 'hullmark', reason: 'is no pan' }]);
  });
  it.each<[string, MergeLayer, string]>([
    ['another number of tools', team([tool('pot', '')], { expected: 2 }), 'It has 1 tools'],
    ['a tool twice', team([tool('pot', ''), tool('pot', '')]), 'The tool pot is listed twice'],
    ['a page twice', team([tool('pot', ''), tool('lid', '', { pages: ['pkg:github/Someone/Pot'] })]), 'page'],
    [
      'too many tools left out',
      team(Array.from({ length: maxLeftOut + 1 }, (_, at) => broken(`t${at}`))),
      'More than 100',
    ],
    ['too many pages in one bucket', team(crowded()), 'share one bucket'],
    ['too many bytes of badges', team(wide()), 'Its badges take more bytes'],
  ])('refuses a layer with %s, and says which', async (_, upper, message) => {
    await expect(mergeCatalog([layer([tool('oven', 'sss')]), upper])).rejects.toMatchObject({
      feed: 'team',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('claims on what belongs to others', () => {
  const formerIds = async (...layers: [MergeLayer, ...MergeLayer[]]) =>
    (await mergeCatalog(layers)).summaries.flatMap((each) => each.formerIds ?? []);

  it('a former id counts in the catalog that the others build on', async () =>
    expect(await formerIds(layer([tool('oven', '', { formerIds: ['stove'] })]))).toEqual(['stove']));
  it.each([
    ['of a feed above it', [layer([]), team([tool('oven', '', { formerIds: ['stove'] })])]],
    ['of its own tool', [layer([tool('pan', ''), tool('oven', '', { formerIds: ['pan', 'oven'] })])]],
    [
      'of a tool that a feed adds',
      [layer([tool('oven', '', { formerIds: ['pan'] })]), team([tool('pan', '')])],
    ],
  ])('a former id that is one %s does not', async (_, layers) =>
    expect(await formerIds(...(layers as [MergeLayer, ...MergeLayer[]]))).toEqual([]),
  );
  it('a former id that two claim belongs to one', async () => {
    const both = [tool('oven', '', { formerIds: ['stove'] }), tool('pan', '', { formerIds: ['stove'] })];
    expect(await formerIds(layer(both))).toEqual(['stove']);
  });
  it('a feed’s former page does not hide the tool that lives there', async () => {
    const page = 'pkg:github/someone/oven';
    const mover = tool('mover', 'kkk', { formerPages: [page], pages: ['pkg:github/team/mover'] });
    const { badges } = await mergeCatalog([layer([tool('oven', 'sss')]), team([mover])]);
    expect(badges.get(page)).toMatchObject({ tool: 'oven', votes: 'sss--' });
    expect(badges.get(page)).not.toHaveProperty('former');
  });
});

/** Tools whose pages all lie in one bucket. */
function crowded(): Tool[] {
  return crowdedPages(maxOfBadges.recordsInBucket + 1).map((page, at) =>
    tool(`c${at}`, '', { pages: [page] }),
  );
}

/** Tools with as many pages as one may have, and long texts in their badges. */
function wide(): Tool[] {
  const license = { value: `LicenseRef-${'x'.repeat(180)}`, checked: '2026-11-20' };
  return Array.from({ length: 60 }, (_, at) =>
    tool(`w${at}`, 'sss', { name: 'é'.repeat(80), pages: pagesOf(maxOfTool.pages, `w${at}`) }, { license }),
  );
}
