// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { factViews } from '../../../catalog/fact-views.ts';
import { factGrid } from '../../../catalog/fact-grid.ts';
import { FactDetail } from '../../../components/FactDetail.tsx';
import { FactGrid } from '../../../components/FactGrid.tsx';
import { FactList } from '../../../components/FactList.tsx';
import { reference, tool } from '../../builders/tool.ts';

afterEach(cleanup);

const cited = { source: 'readme', checked: '2026-11-20' };
const text = (container: Element) => container.textContent?.replace(/\s+/g, ' ').trim();

describe('facts', () => {
  const correction = { tool: tool('oven', ''), issues: '' };
  const price = (value: 'free' | 'paid') => ({ value, ...cited });
  const disputed = { entryPrice: { ...price('free'), disputed: [price('paid')] } };
  it('show their sources on a click and hide them on another', () => {
    const oven = tool('oven', '', {}, disputed);
    render(<FactGrid facts={factGrid(oven, reference)} today="2026-11-22" correction={correction} />);
    const button = screen.getByRole('button', { name: /Free/ });
    expect(text(button)).toBe('Price sources disagree Free');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(text(document.body)).toContain('example.com says: Paid');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(text(document.body)).not.toContain('example.com says: Paid');
  });
  it('are always the same six, in the same order', () => {
    const { container } = render(
      <FactGrid facts={factGrid(tool('oven', ''), reference)} today="2026-11-22" correction={correction} />,
    );
    const cells = [...container.querySelectorAll('button')].map((each) => text(each));
    expect(cells).toEqual([
      'Commercial use Yes',
      'License MIT',
      'Price Free',
      'Runs on Unknown',
      'Status Active · v1.0',
      'Your data Unknown',
    ]);
  });
  it('that nobody has looked for say so', () => {
    render(
      <FactGrid facts={factGrid(tool('oven', ''), reference)} today="2026-11-22" correction={correction} />,
    );
    fireEvent.click(screen.getByRole('button', { name: /Your data/ }));
    expect(text(document.body)).toContain('Nobody has looked for this yet.');
  });
  it('are all listed with their sources', () => {
    const { container } = render(
      <FactList
        facts={factViews(tool('oven', '', {}, disputed), reference)}
        today="2026-11-22"
        correction={correction}
      />,
    );
    expect([...container.querySelectorAll('dt')].map((each) => text(each))).toEqual([
      'Price',
      'License',
      'Commercial use',
      'Latest version',
      'Status',
    ]);
    expect(text(container)).toContain('example.com says: Paid');
  });
  it('link to the correction form, filled in with only tool and fact', () => {
    const [price] = factViews(tool('oven', '', {}, disputed), reference);
    const tracker = { ...correction, issues: 'https://tracker.example/issues/' };
    const { container } = render(<FactDetail fact={price!} today="2026-11-22" correction={tracker} />);
    const link = [...container.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'Report an error',
    );
    const { origin, pathname, searchParams } = new URL(link!.href);
    expect([origin + pathname, Object.fromEntries(searchParams)]).toEqual([
      'https://tracker.example/issues/new',
      {
        template: 'correction.yml',
        title: 'Oven: Price',
        tool: 'oven',
        fact: 'entryPrice',
        shown: 'Free (as of 1 Nov 2026)',
      },
    ]);
  });
  it('offer the same as text to copy where there is no tracker', async () => {
    const [price] = factViews(tool('oven', '', {}, disputed), reference);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<FactDetail fact={price!} today="2026-11-22" correction={correction} />);
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(writeText.mock.calls[0]![0]).toMatch(
      /^Correction for Oven \(oven\)\nFact: Price \(entryPrice\)\n/,
    );
  });
  it('say when they are old and when they have no source', () => {
    const [price] = factViews(
      tool('oven', '', {}, { entryPrice: { value: 'unknown', checked: '2026-01-01' } }),
      reference,
    );
    const { container } = render(<FactDetail fact={price!} today="2026-11-22" correction={correction} />);
    expect(text(container)).toBe(
      'We found no source for this.Looked for on 1 Jan 2026 may be out of date Copy report',
    );
  });
});
