import { describe, expect, it } from 'vitest';
import { isOldFact, isOutdated, reviewedLabel } from '../../../catalog/staleness.ts';
import { isOlder, versionLabel } from '../../../catalog/version.ts';
import { tool } from '../../builders/tool.ts';

describe('versions', () => {
  it.each([
    ['0.16', '0.18.0', true],
    ['0.9', '0.10', true],
    ['SAM 3', 'SAM 3.1', true],
    ['1.0', '1.0.0', false],
    ['2026.8.19', '2026.9.3', true],
    ['2.0', '1.9', false],
    ['Alpha', 'Beta', false],
    [undefined, '1.0', false],
    ['1.0', undefined, false],
    ['1.2.3.4.5', '1.2.4', true],
    ['1.2.3.4.5', '1.2.3.4.6', true],
    ['0.19.0.1.2', '0.19.0.1.2', false],
    ['0.19.0.1.2', '0.19.0.2', true],
    ['1.9007199254740993', '1.9007199254740992', false],
    ['1.007', '1.7.0.0.0.0', false],
  ])('%s is older than %s: %s', (reviewed, latest, older) => expect(isOlder(reviewed, latest)).toBe(older));
  it.each([
    ['0.16', 'v0.16'],
    ['SAM 3', 'SAM 3'],
  ])('%s is written %s', (version, label) => expect(versionLabel(version)).toBe(label));
  it('an unknown latest version makes no verdict outdated', () =>
    expect(
      isOutdated(tool('oven', 'sss', {}, { version: { value: 'unknown', checked: '2026-11-20' } })),
    ).toBe(false));
  it('the review of a hosted product has a day instead of a version', () => {
    const hosted = tool('oven', 'sss');
    const { date, votes } = hosted.review!;
    expect(reviewedLabel({ ...hosted, review: { date, votes, asOf: '2026-11-19' } })).toBe('19 Nov 2026');
  });
  it.each([
    ['2026-08-24', false],
    ['2026-08-23', true],
  ])('a fact checked %s is old on 2026-11-22: %s', (checked, old) =>
    expect(isOldFact(checked, '2026-11-22')).toBe(old),
  );
});
