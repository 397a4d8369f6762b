import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../../catalog/read-catalog.ts';
import { reference, tool } from '../../builders/tool.ts';

describe('reading what a newer catalog may hold', () => {
  const frame = { feed: 'own', name: 'Own', version: 1, published: '2026-11-22T00:00:00Z', reference };
  it('drops unknown fields and reads unknown words as unknown', () => {
    const newer = { ...tool('oven', 'sss'), mood: 'good' } as Record<string, unknown>;
    newer.facts = { ...(newer.facts as object), entryPrice: { value: 'barter', checked: '2026-11-20' } };
    const { tools, problems } = readCatalog({ ...frame, tools: [newer] });
    expect(problems).toEqual([]);
    expect(tools[0]).not.toHaveProperty('mood');
    expect(tools[0]!.facts.entryPrice.value).toBe('unknown');
  });
  it('leaves out a tool it cannot read and names the field', () => {
    const { tools, problems } = readCatalog({ ...frame, tools: [tool('oven', ''), { id: 'pan' }, null] });
    expect(tools.map(({ id }) => id)).toEqual(['oven']);
    expect(problems[0]).toMatch(/^tool pan: name: /);
    expect(problems[1]).toMatch(/^tool without an id: /);
  });
  it('refuses a broken frame', () => expect(() => readCatalog({ tools: [] })).toThrow());
});
