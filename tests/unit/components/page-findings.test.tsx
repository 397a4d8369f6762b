// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { comparisonMarkdown } from '../../../catalog/markdown.ts';
import { pageFindingsByPage } from '../../../catalog/page-findings.ts';
import { PageFindingsRow } from '../../../components/PageFindingsRow.tsx';
import { reference, tool } from '../../builders/tool.ts';

const page = 'pkg:github/someone/oven';
const newer = { version: 'v1.3.0' };

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

describe('what pages state', () => {
  it('are a row of the comparison with their page, and never in the Markdown', () => {
    const [oven, pan] = [tool('oven', 'sss'), tool('pan', 'sss')];
    const sides = [pageFindingsByPage(oven, [{ page, facts: newer }], reference), []];
    const { container } = render(<table>{<PageFindingsRow sides={sides} />}</table>);
    const cells = [...container.querySelectorAll('th, td')].map(({ textContent }) => textContent);
    expect(cells).toEqual([
      'On its page (open tab)',
      `This page: v1.3.0 (a newer minor version); reviewed: v1.0${page}`,
      'Not open',
    ]);
    expect(comparisonMarkdown(oven, pan, reference)).not.toContain('This page');
  });
  it('are no row where nothing differs', () => {
    const same = pageFindingsByPage(tool('oven', 'sss'), [{ page, facts: { version: 'v1.0' } }], reference);
    expect(render(<PageFindingsRow sides={[same, []]} />).container.innerHTML).toBe('');
    const archived = pageFindingsByPage(tool('pan', 'sss'), [{ page, facts: { archived: true } }], reference);
    expect(render(<PageFindingsRow sides={[same, archived]} />).container.textContent).toContain('Matches');
  });
});
