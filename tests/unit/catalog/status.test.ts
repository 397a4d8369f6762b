import { describe, expect, it } from 'vitest';
import { mergeCatalog } from '../../../catalog/merge.ts';
import { isOver, statusOf, successorTool, withSuccessor } from '../../../catalog/status.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { layer } from '../../builders/layers.ts';
import { tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
type Status = Omit<Tool['facts']['status'], 'checked'>;
const oven = (status: Status, more: Parameters<typeof tool>[2] = {}) =>
  tool('oven', 'sss', more, { status: { ...cited, ...status } });
const hob = { id: 'hob', name: 'Hob', from: undefined };

describe('the status of a tool', () => {
  it.each<[Status, string]>([
    [{ value: 'archived', since: '2026-03-10' }, 'Archived Mar 2026'],
    [{ value: 'archived', since: '2026-03-10', successor: 'hob' }, 'Archived Mar 2026 → Hob'],
    [{ value: 'superseded', successor: 'hob' }, 'Superseded → Hob'],
    [{ value: 'superseded', successor: 'pkg:github/lab/Next' }, 'Superseded → lab/Next'],
    [
      { value: 'closed', since: '2026-05-15', successor: 'hob.example/new' },
      'Closed May 2026 → hob.example/new',
    ],
    [{ value: 'maintenance', since: '2026-08-14' }, 'Maintenance only since Aug 2026'],
    [{ value: 'maintenance', successor: 'hob' }, 'Maintenance only → Hob'],
    [{ value: 'superseded', successor: 'gone' }, 'Superseded'],
    [{ value: 'superseded', successor: 'oven' }, 'Superseded'],
    [{ value: 'superseded', successor: 'Something else, maybe' }, 'Superseded'],
    [{ value: 'superseded', successor: `a.example/${'x'.repeat(300)}` }, 'Superseded'],
    [{ value: 'superseded', successor: 'javascript:alert(1)' }, 'Superseded'],
    [{ value: 'unknown' }, ''],
  ])('%j is said as “%s”', (status, text) =>
    expect(statusOf(oven(status, { successors: [hob] }))!.text).toBe(text),
  );
  it('is not said of one that is active', () =>
    expect(statusOf(oven({ value: 'active', successor: 'hob' }))).toBeUndefined());
  it('says whose entry the tool is that followed', () =>
    expect(
      withSuccessor(
        { status: statusOf(oven({ value: 'closed', successor: 'hob' })) },
        { name: 'Hob', from: 'Kitchen' },
      ).status!.text,
    ).toBe('Closed → Hob (from “Kitchen”)'));
  it('leads to a tool or to a page', () => {
    expect(successorTool(statusOf(oven({ value: 'closed', successor: 'hob' })))).toBe('hob');
    expect(successorTool(statusOf(oven({ value: 'closed', successor: 'a.example/hob' })))).toBeUndefined();
    expect(successorTool(undefined)).toBeUndefined();
  });
  it('is over where nobody should begin with the tool', () => {
    const values = ['active', 'maintenance', 'unknown', 'archived', 'superseded', 'closed'] as const;
    expect(values.filter((value) => isOver({ value }))).toEqual(['archived', 'superseded', 'closed']);
  });
  it('is in badge and lists with the name of the tool that followed, and without one of what is not there', async () => {
    const tools = [
      oven({ value: 'superseded', successor: 'hob' }),
      tool('pan', '', {}, { status: { value: 'closed', successor: 'nobody', ...cited } }),
      tool('hob', '', { name: 'Hob 2' }),
    ];
    const { summaries, badges } = await mergeCatalog([{ ...layer(tools), tools: [tools] }]);
    const texts = ['Superseded → Hob 2', 'Closed', undefined];
    expect(tools.map(({ id }) => summaries.find((each) => each.id === id)!.status?.text)).toEqual(texts);
    expect(tools.map(({ pages }) => badges.get(pages[0]!)!.status?.text)).toEqual(texts);
  });
});
