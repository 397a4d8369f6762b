import { describe, expect, it } from 'vitest';
import { onPage } from '../../../catalog/on-page.ts';
import { shortMarkdown } from '../../../catalog/short-summary.ts';
import { reference, tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const lines = (...args: Parameters<typeof shortMarkdown>) =>
  shortMarkdown(...args)
    .trimEnd()
    .split('\n');

describe('a short summary', () => {
  it('has six lines: verdict, use, reasons, facts, and the alternative', () => {
    const around = { rival: tool('pan', 'kkk'), url: 'https://github.com/someone/oven' };
    expect(lines(tool('oven', 'sssk'), reference, around)).toEqual([
      '**[Oven](https://github.com/someone/oven): Ship, 3 of 4 reviewers, reviewed v1.0 on 20 Nov 2026**',
      '- Bakes bread.',
      '- For: What builder says of oven. (Builder)',
      '- Against: What creator says of oven. (Creator)',
      '- Commercial use: Yes · License: MIT · Price: Free, as of 1 Nov 2026',
      '- Alternative: Pan, Skip, 3 of 3 reviewers, reviewed v1.0 on 20 Nov 2026',
    ]);
  });
  it('says first what is wrong, and which version is out', () => {
    const old = tool(
      'oven',
      'sss',
      {},
      {
        status: { value: 'archived', ...cited },
        version: { value: '2.0', ...cited },
      },
    );
    expect(lines(old, reference)[0]).toBe(
      '**Oven: Archived, Ship, 3 of 3 reviewers, reviewed v1.0 on 20 Nov 2026, v2.0 is out**',
    );
  });
  it('leaves out what nobody said', () => {
    expect(lines(tool('oven', ''), reference)).toEqual([
      '**Oven: not reviewed yet**',
      '- Bakes bread.',
      '- Commercial use: Yes · License: MIT · Price: Free, as of 1 Nov 2026',
    ]);
  });
  it('names the feed of an entry, and cannot be broken out of', () => {
    const [first] = lines(tool('oven', 'sss', { from: 'Kitchen', name: '](x) **Oven**' }), reference, {
      url: 'javascript:x',
    });
    expect(first).toContain('\\]\\(x) \\*\\*Oven\\*\\* (from “Kitchen”): Ship'.replace('\\(', '('));
  });
  it('says on a model’s page whose verdict it is', () => {
    const page = 'pkg:huggingface/someone/oven-7b';
    const pages = [page, 'pkg:huggingface/someone/oven-70b'];
    const [first] = lines(onPage(tool('oven', 'sss', { kind: 'model', pages }), page), reference);
    expect(first).toContain('3 of 3 reviewers (for Oven, not this page)');
  });
});
