import { describe, expect, it } from 'vitest';
import type { Change } from '../../../catalog/changes.ts';
import { onPage } from '../../../catalog/on-page.ts';
import { timelineOf } from '../../../catalog/timeline.ts';
import { tool } from '../../builders/tool.ts';

const cited = { source: 'readme', checked: '2026-11-20' };
const lines = (...of: Parameters<typeof timelineOf>) =>
  timelineOf(...of).map(({ date, kind, text }) => `${date} ${kind}: ${text}`);
const change = (kind: Change['kind'], text: string, date: string): Change => ({
  ...{ tool: 'oven', name: 'Oven', from: undefined, kind, text, date },
});

describe('the history of a tool', () => {
  it('has its review, versions, licenses, its end, harmful releases and what changed on this device, newest first', () => {
    const oven = tool(
      'oven',
      'sssk',
      {
        licenseHistory: [
          { from: 'MIT', to: 'AGPL-3.0-only', version: '0.9', date: '2026-02-03', source: 'readme' },
          { from: 'Apache-2.0', to: 'MIT', date: '2024-02-03', source: 'readme' },
        ],
        advisories: [
          {
            ...{ id: 'MAL-2026-1', kind: 'malicious', severity: 'critical', summary: 'Steals keys' },
            ...{ affected: [{ versions: ['0.9.1'] }], published: '2026-03-01', ...cited },
          },
          {
            ...{ id: 'MAL-2026-2', kind: 'malicious', severity: 'critical', summary: 'A mistake' },
            ...{ affected: [{ versions: ['0.9.2'] }], published: '2026-03-02', ...cited },
            withdrawn: '2026-03-03',
          },
          {
            ...{ id: 'CVE-2026-1', kind: 'vulnerable', severity: 'high', summary: 'Reads files' },
            ...{ affected: [{ fixed: '0.9.2' }], published: '2026-03-04', ...cited },
          },
        ],
      },
      {
        version: { value: '1.0', released: '2026-10-01', ...cited },
        status: { value: 'archived', since: '2026-11-25', ...cited },
        endsOn: { value: '2027-01-31', at: 'the hosted service', ...cited },
      },
    );
    expect(
      lines(oven, [
        change('verdict', 'Ship → Skip (Skeptic changed)', '2026-11-22'),
        change('new', 'Not reviewed yet', '2026-11-01'),
      ]),
    ).toEqual([
      '2027-01-31 status: Retires, the hosted service',
      '2026-11-25 status: Archived Nov 2026',
      '2026-11-22 change: Ship → Skip (Skeptic changed)',
      '2026-11-20 review: Reviewed v1.0: Ship, 3 of 4 reviewers',
      '2026-10-01 version: v1.0 released',
      '2026-03-01 compromised: Compromised release (MAL-2026-1): Steals keys',
      '2026-02-03 license: License: MIT → AGPL-3.0-only, since v0.9',
      '2024-02-03 license: License: Apache-2.0 → MIT',
    ]);
  });

  it('claims no release on a day on which a version was only seen', () =>
    expect(lines(tool('oven', ''))).toEqual(['2026-11-01 version: v1.0 was the latest version']));

  it('counts a skip as a skip, and says where there are too few reviews for a verdict', () => {
    expect(lines(tool('oven', 'kkkk'))[0]).toContain('Skip, 4 of 4 reviewers');
    expect(lines(tool('oven', 'ks'))[0]).toContain('too few reviews for a verdict');
  });

  it('is empty where nothing is known', () =>
    expect(lines(tool('oven', '', {}, { version: { value: 'unknown', checked: '2026-11-20' } }))).toEqual(
      [],
    ));

  it('says nothing of a family on the page of one model but whose the review is', () => {
    const family = tool(
      'oven',
      'sss',
      {
        kind: 'model',
        pages: ['pkg:huggingface/lab/one', 'pkg:huggingface/lab/two'],
        variants: [{ name: 'Two', pages: ['pkg:huggingface/lab/two'], verdict: 'family', facts: {} }],
        licenseHistory: [{ from: 'MIT', to: 'Apache-2.0', date: '2026-02-03', source: 'readme' }],
      },
      { status: { value: 'archived', since: '2026-11-25', ...cited } },
    );
    const here = onPage(family, 'pkg:huggingface/lab/two');
    expect(lines(here, [change('license', 'MIT → Apache-2.0', '2026-11-21')])).toEqual([
      '2026-11-20 review: Reviewed v1.0: Ship, 3 of 3 reviewers (for Oven, not this one)',
    ]);
  });
});
