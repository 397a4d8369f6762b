import { describe, expect, it } from 'vitest';
import { badgeName, visibleText, type BadgeContent } from '../../../badge/labels.ts';
import { badgeRecord, type BadgeRecord } from '../../../catalog/badge-record.ts';
import { onPage } from '../../../catalog/on-page.ts';
import { reference, tool } from '../../builders/tool.ts';

const record = (votes: string, more: Partial<BadgeRecord> = {}): BadgeRecord => ({
  ...badgeRecord(tool('oven', votes), reference),
  ...more,
});
const archived = { value: 'archived', text: 'Archived Mar 2026 → Hob', asOf: '', name: 'Hob' } as const;
const outdated = { outdated: true, reviewed: 'v0.16.2', latest: 'v0.19.0' };
const family = { whose: 'for Pans, not this one' };

describe('a badge reads', () => {
  it.each<[string, BadgeRecord, string | undefined, string]>([
    ['the minor versions', record('sssk', outdated), undefined, 'Ship 3 of 4 for v0.16, now v0.19'],
    [
      'whole versions where only the patch differs',
      record('sssk', { outdated: true, reviewed: 'v1.2.3', latest: 'v1.2.10' }),
      undefined,
      'Ship 3 of 4 for v1.2.3, now v1.2.10',
    ],
    [
      'only the reviewed one where both are too long',
      record('sssk', { outdated: true, reviewed: 'Turbo 2024-11-01', latest: 'Turbo 2025-01-01' }),
      undefined,
      'Ship 3 of 4 reviewed Turbo 2024-11-01',
    ],
    [
      'what ended, whatever is newer',
      record('kkkk', { ...outdated, status: archived }),
      undefined,
      'Skip 4 of 4 archived → Hob',
    ],
    [
      'whose tool followed',
      record('kkkk', {
        status: { ...archived, value: 'superseded', text: 'Superseded → May 2026 (from “Kitchen”)' },
      }),
      undefined,
      'Skip 4 of 4 superseded → May 2026 (from “Kitchen”)',
    ],
    [
      'a forbidden use before that',
      record('sssk', { status: archived, commercialUse: 'no' }),
      undefined,
      'Ship 3 of 4 no commercial use',
    ],
    [
      'a compromised release before all',
      record('sssk', { ...outdated, status: archived, commercialUse: 'no', compromised: true }),
      undefined,
      'Ship 3 of 4 compromised release',
    ],
    [
      'that only maintenance goes on, after all else',
      record('sss', { status: { value: 'maintenance', text: 'Maintenance only', asOf: '' } }),
      undefined,
      'Ship 3 of 3 maintenance only',
    ],
    [
      'nothing of a status that nobody knows',
      record('sss', { status: { value: 'unknown', text: '', asOf: '' } }),
      undefined,
      'Ship 3 of 3',
    ],
    [
      'whose word it is first',
      record('sss', { ...family, ...outdated, from: 'Kitchen' }),
      undefined,
      'Ship 3 of 3 family’s verdict Kitchen for v0.16, now v0.19',
    ],
    [
      'no verdict of a family where this page’s license forbids commercial use',
      record('sss', { ...family, commercialUse: 'no', from: 'Kitchen' }),
      undefined,
      'Oven Kitchen no commercial use',
    ],
    [
      'on a fork nothing of what its upstream has become',
      record('sss', { ...outdated, status: archived, compromised: true }),
      'a/b',
      'Ship 3 of 3 fork for v0.16',
    ],
    ['a license without a verdict', record(''), undefined, 'Facts only MIT'],
    ['no license that is another model’s or unknown', record('', { license: '' }), undefined, 'Facts only'],
    ['no license that nobody found', record('', { license: 'unknown' }), undefined, 'Facts only'],
    ['no version of what has no verdict', record('ss', outdated), undefined, 'Facts only MIT'],
    ['no license of an upstream', record(''), 'a/b', 'Facts only fork'],
  ])('%s', (_, shown, upstream, words) => {
    const content: BadgeContent = { record: shown, ...(upstream && { upstream }) };
    expect(visibleText(content)).toBe(words);
    expect(badgeName(content)).toContain(words);
  });

  it('no license of a family on the page of one of its models', () => {
    const page = 'pkg:huggingface/someone/pan';
    const variants = [{ name: 'Pan', pages: [page], verdict: 'none' as const, facts: {} }];
    const oven = tool('oven', 'sss', { kind: 'model', pages: [page], variants });
    expect(visibleText({ record: badgeRecord(onPage(oven, page), reference) })).toBe('Facts only');
  });
});

it('a badge’s name says whose the verdict is', () => {
  expect(badgeName({ record: record('sss', family) })).toBe(
    'Oven: Ship 3 of 3 family’s verdict, the verdict is for Pans, not this one, reviewed v1.0',
  );
  expect(badgeName({ record: record('sss', { ...family, commercialUse: 'no' }) })).toBe(
    'Oven no commercial use, the verdict is for Pans, not this one, reviewed v1.0',
  );
});
