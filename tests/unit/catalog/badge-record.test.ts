import { describe, expect, it } from 'vitest';
import { badgeRecord, withRival, isBadgeRecord } from '../../../catalog/badge-record.ts';
import type { Tool } from '../../../catalog/tool-schema.ts';
import { summaryOf } from '../../../catalog/tool-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };

const summary = (id: string, more: Partial<Tool> = {}, facts: Partial<Tool['facts']> = {}) =>
  summaryOf(tool(id, 'sss', more, facts), reference, undefined);

describe('badge records', () => {
  it('hold what badge and card show', () => {
    const record = withRival(
      badgeRecord(tool('oven', 'sssk', {}, { version: { value: '1.2', ...cited } }), reference),
      summary('pan'),
    );
    expect(record).toEqual({
      tool: 'oven',
      name: 'Oven',
      does: 'Bakes bread.',
      votes: 'sssk-',
      price: 'Free',
      disputed: false,
      license: 'MIT',
      commercialUse: 'yes',
      reason: { kind: 'against', text: 'What creator says of oven.' },
      reviewed: 'v1.0',
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
