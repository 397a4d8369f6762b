import { expect, it } from 'vitest';
import { dateLabel, monthLabel } from '../../../catalog/dates.ts';

it.each([
  ['2026-11-22', '22 Nov 2026', 'Nov 2026'],
  ['2026-01-05', '5 Jan 2026', 'Jan 2026'],
  ['2026-12-31T23:59:59Z', '31 Dec 2026', 'Dec 2026'],
])('%s is written %s', (iso, date, month) =>
  expect([dateLabel(iso), monthLabel(iso)]).toEqual([date, month]),
);
