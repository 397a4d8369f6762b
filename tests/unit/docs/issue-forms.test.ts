import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { correctionForm, newToolForm, pageCorrectionForm } from '../../../catalog/correction.ts';
import { factViews } from '../../../catalog/fact-views.ts';
import { reference, tool } from '../../builders/tool.ts';

type Form = { name: string; description: string; body: { type: string; id?: string }[] };
const oven = tool('oven', 'sss');
const [fact] = factViews(oven, reference);

// GitHub ignores a field it does not know, so a renamed one would go unnoticed.
describe('the issue forms', () => {
  it.each([
    correctionForm('https://tracker.example/issues', { tool: oven, fact: fact! }),
    pageCorrectionForm('https://tracker.example/issues', { tool: oven, page: 'pkg:github/someone/oven' }),
    newToolForm('https://tracker.example/issues'),
  ])('have every field that %s fills in', (address) => {
    const { template, title, ...filled } = Object.fromEntries(new URL(address).searchParams);
    const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${template!}`, 'utf8')) as Form;
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(filled)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(form.body.every(({ type, id }) => id || type === 'markdown')).toBe(true);
    expect([typeof form.name, typeof form.description, title ?? '']).toEqual([
      'string',
      'string',
      expect.any(String),
    ]);
  });
});
