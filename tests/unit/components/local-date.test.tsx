// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Day } from '../../../components/Day.tsx';
import { localDate, localMonth } from '../../../components/local-date.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['en-GB', '2026-09-18', '18 Sep 2026', 'Sep 2026'],
  ['en-US', '2026-11-22', '22 Nov 2026', 'Nov 2026'],
  ['', '2026-11-22', '22 Nov 2026', 'Nov 2026'],
  ['de', '2026-11-22', '22. Nov. 2026', 'Nov. 2026'],
  ['fr-FR', '2026-12-31T23:59:59Z', '31 déc. 2026', 'déc. 2026'],
  ['ja', '2026-11-22', '2026年11月22日', '2026年11月'],
])('in the language “%s”, %s is %s', (language, iso, day, month) =>
  expect([localDate(iso, language), localMonth(iso, language)]).toEqual([day, month]),
);

it.each(['th', 'fa', 'ar-SA', 'he'])(
  'keeps the year of the English sentences in the language “%s”',
  (language) => {
    const digits = localDate('2026-11-22', language).replace(/[٠-٩۰-۹]/g, (digit) =>
      String(digit.charCodeAt(0) % 16),
    );
    expect(digits).toContain('2026');
  },
);

it('names the day for software and its language for screen readers', () => {
  vi.stubGlobal('navigator', { language: 'de' });
  const { container } = render(<Day iso="2026-11-22T10:00:00Z" />);
  expect(container.innerHTML).toBe('<time datetime="2026-11-22" lang="de">22. Nov. 2026</time>');
});
