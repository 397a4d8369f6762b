// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AttributedClaims } from '../../../components/AttributedClaims.tsx';
import { ComparisonCell } from '../../../components/ComparisonCell.tsx';
import { Sources } from '../../../components/Sources.tsx';
import { VoteAndTake } from '../../../components/VoteAndTake.tsx';

afterEach(cleanup);

describe('an address from the data', () => {
  const source = (url: string) => ({ key: 'a', url, title: 'README', seen: '2026-11-01' });
  const everywhere = (url: string) => {
    const sources = [source(url), source(url)];
    const fact = { key: 'license' as const, label: 'License', text: 'MIT', asOf: '2026-11-01' };
    const disputed = [{ text: 'GPL', sources }];
    const take = { id: 'builder', name: 'Builder', question: '', vote: 'ship' as const, take: 'Yes.' };
    return render(
      <>
        <Sources sources={sources} />
        <AttributedClaims claims={[{ who: 'Maker', says: 'Hot', from: undefined, source: source(url) }]} />
        <ComparisonCell cell={{ text: 'MIT', fact: { ...fact, sources, disputed } }} />
        <VoteAndTake take={{ ...take, cites: [{ number: 1, source: source(url) }] }} />
      </>,
    ).container;
  };
  it('is linked where it is an https one', () => {
    const links = [...everywhere('https://example.com/a').querySelectorAll('a')];
    expect(links).toHaveLength(7);
    for (const { href, rel, target } of links)
      expect([href, rel, target]).toEqual(['https://example.com/a', 'noreferrer', '_blank']);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.com',
    'chrome://settings',
    '',
    'x',
    '//a',
  ])('is not linked where it is %j', (url) => {
    const container = everywhere(url);
    expect(container.querySelectorAll('a')).toHaveLength(0);
    expect(container.textContent).toContain('README');
  });
});
