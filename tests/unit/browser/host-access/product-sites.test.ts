import { describe, expect, it } from 'vitest';
import { originsOf } from '../../../../browser/host-access/match-patterns.ts';
import { productHosts } from '../../../../browser/host-access/product-sites.ts';
import { missingPermissions } from '../../../../browser/host-access/host-permissions.ts';

describe('product hosts', () => {
  it('come from page ids that are host and path, once each, without our sites', () =>
    expect(
      productHosts([
        'pkg:github/someone/oven',
        'oven.example/docs',
        'oven.example',
        'docs.oven.example',
        'github.com/features/oven',
        'gitlab.com/someone/oven',
      ]),
    ).toEqual(['docs.oven.example', 'oven.example']));
  it('include the www. form where the name has two labels', () => {
    expect(originsOf('oven.example')).toEqual(['https://oven.example/*', 'https://www.oven.example/*']);
    expect(originsOf('docs.oven.example')).toEqual(['https://docs.oven.example/*']);
  });
  it('are requested where missing, at most 500 at once', () => {
    const permission = (host: string, isGranted: boolean) => ({
      ...{ name: host, host, isGranted, isNew: false },
      origins: originsOf(host),
    });
    const many = Array.from({ length: 900 }, (_, n) => permission(`n${n}.example`, n % 3 === 0));
    expect(missingPermissions(many)).toHaveLength(500);
    expect(missingPermissions(many).some(({ isGranted }) => isGranted)).toBe(false);
  });
});
