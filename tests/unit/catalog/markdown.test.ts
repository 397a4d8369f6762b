import { describe, expect, it } from 'vitest';
import { comparisonMarkdown, toolMarkdown } from '../../../catalog/markdown.ts';
import { reference, tool } from '../../builders/tool.ts';

describe('Markdown', () => {
  it('has sources and dates of a tool', () => {
    const text = toolMarkdown(tool('oven', 'sssk'), reference);
    expect(text).toContain('- **Reviewers:** Ship · 75% (3 of 4 reviewers), reviewed v1.0 on 20 Nov 2026');
    expect(text).toContain('- **License:** MIT ([README](https://example.com/oven), checked 20 Nov 2026)');
    expect(text).toContain('- [README](https://example.com/oven), 1 Nov 2026');
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
