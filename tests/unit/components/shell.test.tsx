// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { Shell } from '../../../components/Shell.tsx';

afterEach(cleanup);

const links = (container: Element) =>
  [...container.querySelectorAll('li a')].map((link) => [
    link.textContent,
    link.getAttribute('href'),
    link.getAttribute('aria-current'),
  ]);

it('leads to every page of ours and says which one this is', () => {
  const { container, getByRole } = render(<Shell product="Hullmark" here="compare" watched={2} />);
  expect(links(container)).toEqual([
    ['Tools', 'catalog.html', null],
    ['Compare', 'compare.html', 'page'],
    ['Watch list (2)', 'news.html#watch-list', null],
    ['What’s new', 'news.html', null],
    ['How reviews work', 'methodology.html', null],
    ['Settings', 'options.html', null],
  ]);
  expect(getByRole('navigation').getAttribute('aria-label')).toBe('Hullmark');
});

it('says how many changes are new, as the toolbar icon does', () => {
  const { container } = render(<Shell product="Hullmark" here="news" watched={2} news="99+" />);
  expect(links(container)[3]![0]).toBe('What’s new (99+)');
});

it.each([undefined, 0])('counts no watched tools where there are %s', (watched) => {
  const { container } = render(<Shell product="Hullmark" here={undefined} watched={watched} />);
  expect(links(container)[2]![0]).toBe('Watch list');
  expect(container.querySelector('[aria-current]')).toBeNull();
});

it('leads past itself without a change of the address, which says what a page shows', () => {
  const { container, getByText } = render(
    <>
      <Shell product="Hullmark" here="compare" watched={0} />
      <main id="main" tabIndex={-1} />
    </>,
  );
  expect(fireEvent.click(getByText('Skip to content'))).toBe(false);
  expect(document.activeElement).toBe(container.querySelector('main'));
});

it.each(['catalog', 'compare', 'news', 'options', 'tool', 'welcome'])(
  '%s.html has a place for it',
  (name) => {
    const html = readFileSync(`entrypoints/${name}/index.html`, 'utf8');
    expect(html.replace(/\s+/g, ' ')).toContain(
      '<body> <header></header> <main id="main" tabindex="-1"></main> </body>',
    );
  },
);
