import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings, readSetting, writeSetting } from '../../../../browser/user-data/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it.each([
    ['badgePosition', 'corner', 'corner'],
    ['badgePosition', 'on the moon', 'beside'],
    ['badgePosition', undefined, 'beside'],
    ['disabledHosts', ['a.example'], ['a.example']],
    ['disabledHosts', 'a.example', []],
    ['disabledHosts', [7], []],
    ['lastRivals', { baking: 'pan' }, { baking: 'pan' }],
    ['lastRivals', { baking: 7 }, {}],
    ['lastRivals', null, {}],
    ['recentTools', { 0: 'pan' }, []],
  ] as const)('%s stored as %j reads %j', (name, stored, value) =>
    expect(settings[name].from(stored)).toEqual(value),
  );
  it('are read as they were written', async () => {
    expect(await readSetting(settings.badgePosition)).toBe('beside');
    await writeSetting(settings.badgePosition, 'toolbar');
    expect(await readSetting(settings.badgePosition)).toBe('toolbar');
  });
});
