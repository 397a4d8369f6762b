import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionDistance } from '../../../catalog/version.ts';

describe('how much newer a version is than the one reviewed', () => {
  it.each<[reviewed: string, shown: string, distance: string | undefined]>([
    ['v0.16', '0.21.0', 'a newer minor version'],
    ['0.16.0', 'v0.16.1', 'a newer patch'],
    ['1.9', '2.0', 'a newer major version'],
    ['4.9', '4.10', 'a newer minor version'],
    ['1.2.3', '1.2.3.1', undefined],
    ['1.2.3.1', '1.2.3.2', 'a newer patch'],
    ['2', '3', 'a newer major version'],
    ['0.16', '0.16.0', undefined],
    ['0.16', '0.16.1', undefined],
    ['0.16.0', '0.16', undefined],
    ['0.21', '0.16', undefined],
    ['0.21.0', '0.21.0.post1', undefined],
    ['0.21.0', '0.21.0+cu128', undefined],
    ['0.20.0', '0.21.0+cu128', 'a newer minor version'],
    ['0.16', '0.21.0rc1', undefined],
    ['0.16', '0.21.0-rc.1', undefined],
    ['0.16', '0.21.0a1', undefined],
    ['0.16', '0.21.0.dev3', undefined],
    ['0.16', '0.21.0-nightly', undefined],
    ['2.6', '2.7-ultimate', undefined],
    ['SAM 3', 'v1.0', undefined],
    ['SAM 3', 'SAM 3.1', undefined],
    ['FLUX.2', 'v3.0', undefined],
    ['as of 2026-11-22', '1.0', undefined],
    ['1.5.0', 'v2', undefined],
    ['0.16', 'b4321', undefined],
    ['0.16', '24.1', undefined],
    ['0.16', '2026.4', undefined],
    ['2026.4', '0.21', undefined],
    ['2026.4', '2026.4.2', undefined],
    ['2026.4', '2026.12', 'eight months later'],
    ['2025.10', '2026.1', 'three months later'],
    ['2026.8.19', '2026.9.3', 'one month later'],
    ['2026.8.19', '2026.8.20', 'newer'],
    ['2024.2', '2025.1', 'newer'],
    ['2022.10', '2025.10', 'three years later'],
    ['26.04.1', '26.12', 'eight months later'],
    ['26.4', '26.12', 'a newer minor version'],
    ['24.04', '5.1', undefined],
    ['2024-06-01', '2024-06-10', 'nine days later'],
    ['20240601', '2025-02-01', 'eight months later'],
    ['20250625', 'v20250625', undefined],
    ['20250625', 'v1.1', undefined],
    ['2025.06.25', '2025.07.01', 'six days later'],
    ['1.0', '99999999999999999999', undefined],
    ['', '1.0', undefined],
    ['1.0', '', undefined],
  ])('%j → %j: %s', (reviewed, shown, distance) => expect(versionDistance(reviewed, shown)).toBe(distance));

  it('no version is newer than itself, and of two versions at most one is newer', () => {
    const version = fc.array(fc.nat(2030), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(versionDistance(one, one)).toBeUndefined();
        expect(versionDistance(one, other) && versionDistance(other, one)).toBeFalsy();
      }),
    );
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => void versionDistance(one, other)));
  });
});
